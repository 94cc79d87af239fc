//! What the list shows of the problems: filter and folding, as plain functions.

use std::sync::Arc;

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::wording::count::count;

use crate::state::{Row, count_of};

/// A rule with at least this many findings is folded: the first stands for all.
const FOLD: usize = 3;

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Entry {
    /// A problem, by its key.
    Problem(String),
    /// What shows and hides the rest of a rule's problems: its code, and how bad they are.
    Fold(&'static str, Severity),
}

/// Every problem, for paper, which has nothing to press: in the same order, nothing filtered or folded.
pub(super) fn all_entries(rows: &[Arc<Row>]) -> Vec<Entry> {
    let rules: Vec<_> = rows.iter().map(|row| row.rule).collect();
    let mut entries = entries(rows, SeverityFilter::ALL, &rules);
    entries.retain(|entry| matches!(entry, Entry::Problem(_)));
    entries
}

/// Which severities are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SeverityFilter {
    hidden: [bool; 3],
}

impl SeverityFilter {
    /// Shows everything.
    pub(super) const ALL: Self = Self { hidden: [false; 3] };

    /// Whether a severity is shown.
    pub(super) fn shows(self, severity: Severity) -> bool {
        !self.hidden[severity as usize]
    }

    /// Shows or hides a severity.
    #[must_use]
    pub(super) fn toggled(mut self, severity: Severity) -> Self {
        let hidden = &mut self.hidden[severity as usize];
        *hidden = !*hidden;
        self
    }
}

/// The list: rows that pass the filter, those of one rule together, repetitions behind a fold unless it is open.
pub(super) fn entries(
    rows: &[Arc<Row>],
    filter: SeverityFilter,
    open: &[&'static str],
) -> Vec<Entry> {
    let mut groups: Vec<(&'static str, Severity, Vec<&Row>)> = Vec::new();
    for row in rows.iter().filter(|row| filter.shows(row.severity)) {
        match groups
            .iter_mut()
            .find(|(rule, severity, _)| *rule == row.rule && *severity == row.severity)
        {
            Some((.., members)) => members.push(row),
            None => groups.push((row.rule, row.severity, vec![row])),
        }
    }
    let mut entries = Vec::new();
    for (rule, severity, members) in groups {
        let folds = members.len() >= FOLD;
        let shown = if folds && !open.contains(&rule) { 1 } else { members.len() };
        entries.extend(members.iter().take(shown).map(|row| Entry::Problem(row.key.clone())));
        if folds {
            entries.push(Entry::Fold(rule, severity));
        }
    }
    entries
}

/// Whether any row passes the filter.
pub(super) fn shows_any(rows: &[Arc<Row>], filter: SeverityFilter) -> bool {
    rows.iter().any(|row| filter.shows(row.severity))
}

/// How many problems of a rule stand behind the first.
pub(super) fn repetitions(rows: &[Arc<Row>], rule: &str, severity: Severity) -> usize {
    let same = rows.iter().filter(|row| row.rule == rule && row.severity == severity);
    same.count().saturating_sub(1)
}

/// The counts as a sentence.
pub(super) fn spoken(rows: &[Arc<Row>]) -> String {
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .map(|severity| (severity, count_of(rows, severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, problems)| count(problems, severity.id()))
        .collect();
    if counts.is_empty() { "No problems".to_owned() } else { counts.join(", ") }
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::text::Span;

    use super::*;

    fn row(rule: &'static str, severity: Severity, nth: usize) -> Arc<Row> {
        Arc::new(Row {
            key: format!("{rule}@services[{nth}]#0"),
            finding: nth,
            rule,
            severity,
            message: String::new(),
            help: String::new(),
            span: Span::default(),
            fix: None,
            subject: None,
            also: Vec::new(),
            edge: None,
        })
    }

    fn problem(rule: &str, nth: usize) -> Entry {
        Entry::Problem(format!("{rule}@services[{nth}]#0"))
    }

    #[test]
    fn repetitions_fold_behind_the_first() {
        let rows = [
            row("a", Severity::Info, 0),
            row("b", Severity::Info, 1),
            row("a", Severity::Info, 2),
            row("a", Severity::Info, 3),
        ];
        let folded = entries(&rows, SeverityFilter::ALL, &[]);
        assert_eq!(folded, [problem("a", 0), Entry::Fold("a", Severity::Info), problem("b", 1)]);
        let open = entries(&rows, SeverityFilter::ALL, &["a"]);
        assert_eq!(open.len(), 5);
        assert_eq!(open[3], Entry::Fold("a", Severity::Info));
    }

    #[test]
    fn paper_shows_every_problem_and_no_fold() {
        let rows: Vec<_> = (0..5).map(|nth| row("a", Severity::Info, nth)).collect();
        assert_eq!(all_entries(&rows), (0..5).map(|nth| problem("a", nth)).collect::<Vec<_>>());
    }

    #[test]
    fn two_of_a_kind_stay_apart() {
        let rows = [row("a", Severity::Error, 0), row("a", Severity::Error, 1)];
        assert_eq!(entries(&rows, SeverityFilter::ALL, &[]).len(), 2);
    }

    #[test]
    fn the_filter_hides_and_shows_again() {
        let rows = [row("a", Severity::Error, 0), row("b", Severity::Info, 1)];
        let hidden = SeverityFilter::ALL.toggled(Severity::Info);
        assert_eq!(entries(&rows, hidden, &[]), [problem("a", 0)]);
        assert_eq!(hidden.toggled(Severity::Info), SeverityFilter::ALL);
    }

    #[test]
    fn counts_are_spoken() {
        assert_eq!(spoken(&[]), "No problems");
        let rows = [
            row("a", Severity::Error, 0),
            row("b", Severity::Info, 1),
            row("b", Severity::Info, 2),
        ];
        assert_eq!(spoken(&rows), "1 error, 2 infos");
    }
}
