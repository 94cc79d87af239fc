//! The problems as rows: identity, order, filter and folding, as plain functions.

use std::collections::BTreeMap;
use std::sync::Arc;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::{Diagnostic, Safety, Severity};
use blueprint_lens_core::text::Span;

use crate::state::Target;

/// A rule with at least this many findings is folded: the first stands for all.
const FOLD: usize = 3;

/// One problem.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// Rule, place in the structure, and a count where both repeat: stays the same while lines move.
    pub(crate) key: String,
    /// Its place in the engine's list.
    pub(crate) finding: usize,
    /// Code of the rule.
    pub(crate) rule: &'static str,
    /// How bad it is.
    pub(crate) severity: Severity,
    /// What is wrong.
    pub(crate) message: String,
    /// Why it matters and what to do.
    pub(crate) help: String,
    /// 1-based line.
    pub(crate) line: usize,
    /// The text that is wrong.
    pub(crate) span: Span,
    /// The first fix that can be applied: its place among the finding's fixes, its title, and whether it needs a look.
    pub(crate) fix: Option<(usize, String, bool)>,
    /// The node it is marked on.
    pub(crate) subject: Option<Target>,
    /// The edge it is marked on.
    pub(crate) edge: Option<Target>,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Entry {
    /// A problem, by its key.
    Problem(String),
    /// What shows and hides the rest of a rule's problems: its code, and how bad they are.
    Fold(&'static str, Severity),
}

impl Row {
    /// Every problem, the worst first, otherwise in source order.
    pub(crate) fn all(analysis: &Analysis) -> Vec<Arc<Self>> {
        let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let mut rows: Vec<Arc<Self>> = Vec::new();
        for (finding, diagnostic) in analysis.diagnostics().iter().enumerate() {
            let count = seen.entry((diagnostic.rule, &diagnostic.path)).or_default();
            rows.push(Arc::new(Self::new(analysis, finding, diagnostic, *count)));
            *count += 1;
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.severity));
        rows
    }

    fn new(analysis: &Analysis, finding: usize, diagnostic: &Diagnostic, count: usize) -> Self {
        let mut fixes =
            diagnostic.fixes.iter().enumerate().filter(|(_, fix)| fix.safety != Safety::Display);
        Self {
            key: format!("{}@{}#{count}", diagnostic.rule, diagnostic.path),
            finding,
            rule: diagnostic.rule,
            severity: diagnostic.severity,
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            line: analysis.lines().line_of(diagnostic.span.start()) + 1,
            span: diagnostic.span,
            fix: fixes
                .next()
                .map(|(index, fix)| (index, fix.title.clone(), fix.safety == Safety::Unsafe)),
            subject: diagnostic.subject.node.clone().map(Target::Node),
            edge: diagnostic.subject.edge.clone().map(Target::Edge),
        }
    }
}

/// Which severities are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Filter {
    hidden: [bool; 3],
}

impl Filter {
    /// Shows everything.
    pub(crate) const ALL: Self = Self { hidden: [false; 3] };

    /// Whether a severity is shown.
    pub(crate) fn shows(self, severity: Severity) -> bool {
        !self.hidden[severity as usize]
    }

    /// Shows or hides a severity.
    #[must_use]
    pub(crate) fn toggled(mut self, severity: Severity) -> Self {
        let hidden = &mut self.hidden[severity as usize];
        *hidden = !*hidden;
        self
    }
}

/// How many problems of a severity there are.
pub(crate) fn count(rows: &[Arc<Row>], severity: Severity) -> usize {
    rows.iter().filter(|row| row.severity == severity).count()
}

/// The list: rows that pass the filter, those of one rule together, repetitions behind a fold unless it is open.
pub(crate) fn entries(rows: &[Arc<Row>], filter: Filter, open: &[&'static str]) -> Vec<Entry> {
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
pub(crate) fn shows_any(rows: &[Arc<Row>], filter: Filter) -> bool {
    rows.iter().any(|row| filter.shows(row.severity))
}

/// How many problems of a rule stand behind the first.
pub(crate) fn repetitions(rows: &[Arc<Row>], rule: &str, severity: Severity) -> usize {
    let same = rows.iter().filter(|row| row.rule == rule && row.severity == severity);
    same.count().saturating_sub(1)
}

/// The counts as a sentence.
pub(crate) fn spoken(rows: &[Arc<Row>]) -> String {
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .map(|severity| (severity, count(rows, severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| plural(count, severity.id()))
        .collect();
    if parts.is_empty() { "No problems".to_owned() } else { parts.join(", ") }
}

/// `1 error`, `2 errors`.
pub(crate) fn plural(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(rule: &'static str, severity: Severity, nth: usize) -> Arc<Row> {
        Arc::new(Row {
            key: format!("{rule}@services[{nth}]#0"),
            finding: nth,
            rule,
            severity,
            message: String::new(),
            help: String::new(),
            line: nth + 1,
            span: Span::default(),
            fix: None,
            subject: None,
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
        let folded = entries(&rows, Filter::ALL, &[]);
        assert_eq!(folded, [problem("a", 0), Entry::Fold("a", Severity::Info), problem("b", 1)]);
        let open = entries(&rows, Filter::ALL, &["a"]);
        assert_eq!(open.len(), 5);
        assert_eq!(open[3], Entry::Fold("a", Severity::Info));
    }

    #[test]
    fn two_of_a_kind_stay_apart() {
        let rows = [row("a", Severity::Error, 0), row("a", Severity::Error, 1)];
        assert_eq!(entries(&rows, Filter::ALL, &[]).len(), 2);
    }

    #[test]
    fn the_filter_hides_and_shows_again() {
        let rows = [row("a", Severity::Error, 0), row("b", Severity::Info, 1)];
        let hidden = Filter::ALL.toggled(Severity::Info);
        assert_eq!(entries(&rows, hidden, &[]), [problem("a", 0)]);
        assert_eq!(hidden.toggled(Severity::Info), Filter::ALL);
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

    #[test]
    fn rows_keep_their_key_when_lines_move() {
        let text = "services:\n  - {type: pserv, name: a, region: oregon, envVars: [{key: B, fromService: {name: b, type: pserv, property: host}}]}\n  - {type: pserv, name: b, region: frankfurt}\n";
        let keys = |text: &str| -> Vec<String> {
            Row::all(&Analysis::new(text)).iter().map(|row| row.key.clone()).collect()
        };
        let before = keys(text);
        assert!(!before.is_empty());
        assert_eq!(before, keys(&format!("# one line more\n{text}")));
    }
}
