//! The difference in one line.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::diff::{Difference, EntryPointChange, FindingChange, IsolationChange};
use blueprint_lens_core::plan::Plan;
use blueprint_lens_core::wording::count::count_of;

use super::changes::{Piece, message};
use super::compared::Compared;

/// The difference in one or two lines, as our words and the Blueprint's. When the plan has something to look at, the worst
/// of it is the first line, and nothing is praised. Of twins, in how many ways they differ, and what the signs mean.
pub(super) fn headline(compared: &Compared) -> Vec<Vec<Piece>> {
    if compared.twin.is_some() {
        return twins(compared);
    }
    of_versions(&compared.difference, &compared.plan)
}

/// The same of two versions of one file.
pub(super) fn of_versions(difference: &Difference, plan: &Plan) -> Vec<Vec<Piece>> {
    let summary = |advice: &str| vec![Piece::Ours(format!("{advice}: {}", counts(difference)))];
    match worst(plan) {
        Some(worst) => vec![worst, summary(advice(difference).unwrap_or("In all"))],
        None => vec![summary(advice(difference).unwrap_or(PRAISE))],
    }
}

/// The worst of the plan.
pub(super) fn worst(plan: &Plan) -> Option<Vec<Piece>> {
    Some(message(&blueprint_lens_core::plan::headline(plan)?))
}

/// Whether something severe comes of a difference: by its plan, by a new error or by a new exposure.
pub(super) fn is_severe(difference: &Difference, plan: &Plan) -> bool {
    let alarms = difference.alarms();
    plan.severity() == Some(Severity::Error) || alarms.new_error || alarms.new_exposure
}

/// What is said of a change that needs no look.
const PRAISE: &str = "\u{2705} No new exposure, error or warning";

/// How much of what changed.
fn counts(difference: &Difference) -> String {
    let as_severe = |findings: &[FindingChange], severity: Severity| {
        findings.iter().filter(|finding| finding.severity == severity).count()
    };
    let errors = |findings: &[FindingChange]| as_severe(findings, Severity::Error);
    let entry_points =
        difference.entry_points.iter().filter(|change| EntryPointChange::is_new_exposure(change));
    let services = difference.entry_points.iter().filter(|change| change.new_public_service);
    let dropped =
        difference.isolation.iter().filter(|change| !matches!(change, IsolationChange::On { .. }));
    let counts = [
        (errors(&difference.introduced), "new error", "new errors"),
        (as_severe(&difference.introduced, Severity::Warning), "new warning", "new warnings"),
        (entry_points.count(), "entry point opened or widened", "entry points opened or widened"),
        (dropped.count(), "isolation removed", "isolations removed"),
        (
            difference.crossings.len(),
            "new connection between environments",
            "new connections between environments",
        ),
        (services.count(), "new public service", "new public services"),
        (errors(&difference.solved), "error fixed", "errors fixed"),
        (difference.parts.len(), "part changed", "parts changed"),
        (difference.edges.len(), "connection changed", "connections changed"),
    ];
    listed(&counts).unwrap_or_else(|| "findings changed".to_owned())
}

/// What there is any of, each with its words for one and for several; `None` when there is nothing.
fn listed(counts: &[(usize, &str, &str)]) -> Option<String> {
    let some = counts.iter().filter(|(number, ..)| *number > 0);
    let words: Vec<String> =
        some.map(|(number, one, several)| count_of(*number, one, several)).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// In how many ways two twins differ, and how to read that.
fn twins(compared: &Compared) -> Vec<Vec<Piece>> {
    let difference = &compared.difference;
    let counts = [
        (difference.entry_points.len(), "entry point", "entry points"),
        (difference.isolation.len(), "isolation", "isolations"),
        (difference.parts.len(), "part", "parts"),
        (difference.edges.len(), "connection", "connections"),
        (difference.introduced.len() + difference.solved.len(), "finding", "findings"),
    ];
    let ours = |text: &str| Piece::Ours(text.to_owned());
    let Some(counts) = listed(&counts) else { return vec![vec![ours("The two are alike")]] };
    let base = Piece::Theirs(compared.base_name.clone());
    let head = Piece::Theirs(compared.head_name.clone());
    let legend = vec![
        ours("What only "),
        head,
        ours(" has is marked + or !, what only "),
        base.clone(),
        ours(" has -; of two values, the first is that of "),
        base,
    ];
    vec![vec![ours(&format!("The two differ in {counts}"))], legend]
}

fn advice(difference: &Difference) -> Option<&'static str> {
    let alarms = difference.alarms();
    if alarms.new_error || alarms.new_exposure {
        Some("\u{26a0}\u{fe0f} Look closely")
    } else if alarms.new_public_service {
        Some("\u{1f310} A new entry point from the internet")
    } else if difference.introduced.iter().any(|found| found.severity == Severity::Warning) {
        Some("\u{26a0}\u{fe0f} New warnings")
    } else {
        None
    }
}
