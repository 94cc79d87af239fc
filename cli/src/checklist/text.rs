//! `checklist --format text`.

use std::fmt::Write as _;

use blueprint_lens_core::checklist::{Step, by_phase};

use crate::output::readable_all;

/// The list by phases; empty when there is nothing to do by hand.
pub(super) fn report(steps: &[Step]) -> String {
    let mut out = String::new();
    for (phase, due) in by_phase(steps) {
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
