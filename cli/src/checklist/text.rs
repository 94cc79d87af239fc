//! `checklist --format text`.

use std::fmt::Write as _;

use blueprint_lens_core::checklist::{Phase, Step};

use crate::readable::readable_all;

/// The list by phases; empty when there is nothing to do by hand.
pub(super) fn report(steps: &[Step]) -> String {
    let mut out = String::new();
    for phase in Phase::ALL {
        let due: Vec<&Step> = steps.iter().filter(|step| step.phase == phase).collect();
        if due.is_empty() {
            continue;
        }
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}{}", phase.words());
        for step in due {
            let _ = writeln!(out, "  [ ] {}", readable_all(&step.text.replace('`', "")));
            for command in &step.commands {
                let _ = writeln!(out, "        {}", readable_all(command));
            }
        }
    }
    out
}
