//! Answers in a few words, for clients that show their model no more.

use blueprint_lens_core::analysis::{Analysis, Summary};
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::html::Places;
use blueprint_lens_core::wording::count::{count, count_of};

use crate::json::reach::summary;
use crate::output::readable_all;
use crate::reach::Asked;

/// Most findings in words.
const MOST: usize = 10;

/// How many findings there are, and the worst of them.
pub(super) fn of_findings(analyses: &[&Analysis]) -> String {
    let summaries = analyses.iter().map(|analysis| analysis.summary());
    let summary = summaries.reduce(Summary::and).unwrap_or_default();
    let mut out = format!(
        "{}, {}, {}",
        count(summary.errors, "error"),
        count(summary.warnings, "warning"),
        count(summary.infos, "note")
    );
    let found = analyses.iter().map(|one| one.diagnostics().iter().map(|found| (*one, found)));
    let mut worst: Vec<_> = found.flatten().collect();
    worst.retain(|(_, found)| found.severity > Severity::Info);
    worst.sort_by_key(|(_, found)| std::cmp::Reverse(found.severity));
    for (analysis, found) in worst.into_iter().take(MOST) {
        let place = Places::of(analysis).words(found.span);
        out.push_str(&format!(
            "\n{place}: {}[{}]: {}",
            found.severity.id(),
            found.rule,
            readable_all(&found.message)
        ));
    }
    out
}

/// How many fixes apply, and how they get into the file.
pub(super) fn of_fixes(applied: usize, name: &str, is_given: bool) -> String {
    let applied = count_of(applied, "fix applies", "fixes apply");
    let how = format!("; `blueprint-lens fix {} --write` writes the file", readable_all(name));
    if is_given { applied } else { applied + &how }
}

/// How many pairs there are of each sort, and how many of them are shown.
pub(super) fn of_pairs(all: &Asked<'_>, asked: &Asked<'_>) -> String {
    let counts = summary(all);
    format!(
        "{}: {} can, {} cannot, {} cannot be told; {} wired, of which {} cannot. The answer is about {} and {}.",
        count(counts.pairs, "pair"),
        counts.yes,
        counts.no,
        counts.unknown,
        counts.wired,
        counts.blocked,
        count(asked.ends().count(), "pair"),
        count_of(asked.entry_points.len(), "entry point", "entry points"),
    )
}
