//! `diff --format text`.

use std::fmt::Write as _;

use super::changes::{plain, plan_sections, sections};
use super::compared::Compared;
use super::extent::Extent;
use super::headline::{headline, worst};

/// The report, the worst of the plan first; empty when nothing changed.
pub(super) fn report(compared: &Compared, extent: Extent) -> String {
    let mut out = String::new();
    if compared.is_empty() {
        return out;
    }
    if compared.twin.is_some() {
        for line in headline(compared) {
            let _ = writeln!(out, "{}", plain(&line));
        }
    } else if let Some(worst) = worst(&compared.plan) {
        let _ = writeln!(out, "{}", plain(&worst));
    }
    let sections = match extent {
        Extent::All => sections(&compared.difference, &compared.plan, compared.twin.is_some()),
        Extent::Plan => plan_sections(&compared.plan),
    };
    for section in sections {
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}{}", section.title);
        for change in section.changes {
            let _ = writeln!(out, "  {} {}: {}", change.mark, change.what, plain(&change.sentence));
            for detail in change.details {
                let _ = writeln!(out, "      {}", plain(&detail));
            }
        }
    }
    out
}
