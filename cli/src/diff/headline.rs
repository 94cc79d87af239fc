//! The difference in one line.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::diff::{Difference, EntryPointChange, FindingChange, IsolationChange};
use blueprint_lens_core::wording::count::count_of;

use super::compared::Compared;

/// What to do about the difference, and how much of what changed; of twins, how much of what differs.
pub(super) fn headline(compared: &Compared) -> String {
    let difference = &compared.difference;
    if compared.twin.is_some() {
        return twins(difference);
    }
    let errors = |findings: &[FindingChange]| {
        findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    };
    let entry_points =
        difference.entry_points.iter().filter(|change| EntryPointChange::is_new_exposure(change));
    let services = difference.entry_points.iter().filter(|change| change.new_public_service);
    let dropped =
        difference.isolation.iter().filter(|change| !matches!(change, IsolationChange::On { .. }));
    let counts: Vec<String> = [
        (errors(&difference.introduced), "new error", "new errors"),
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
    ]
    .into_iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, several)| count_of(number, one, several))
    .collect();
    let counts = if counts.is_empty() { "findings changed".to_owned() } else { counts.join(", ") };
    format!("{}: {counts}", advice(difference))
}

/// In how many ways two twins differ.
fn twins(difference: &Difference) -> String {
    let counts = [
        (difference.entry_points.len(), "entry point", "entry points"),
        (difference.isolation.len(), "isolation", "isolations"),
        (difference.parts.len(), "part", "parts"),
        (difference.edges.len(), "connection", "connections"),
        (difference.introduced.len() + difference.solved.len(), "finding", "findings"),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, several)| count_of(number, one, several))
        .collect();
    if counts.is_empty() {
        return "The two are alike".to_owned();
    }
    format!("The two differ in {}", counts.join(", "))
}

fn advice(difference: &Difference) -> &'static str {
    let alarms = difference.alarms();
    if alarms.new_error || alarms.new_exposure {
        "\u{26a0}\u{fe0f} Look closely"
    } else if alarms.new_public_service {
        "\u{1f310} A new entry point from the internet"
    } else {
        "\u{2705} No new exposure, no new error"
    }
}
