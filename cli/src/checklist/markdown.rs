//! `checklist --format markdown`, and the list in the comment on a pull request: a task list that no Blueprint can break.

use std::fmt::Write as _;

use blueprint_lens_core::checklist::{Step, by_phase};

use crate::diff::changes::message;
use crate::diff::code::{code, sentence};

/// The task list by phases; empty when there is nothing to do by hand.
pub(crate) fn list(steps: &[Step]) -> String {
    let mut out = String::new();
    for (phase, due) in by_phase(steps) {
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}#### {}\n", phase.words());
        for step in due {
            let _ = writeln!(out, "- [ ] {}", sentence(&message(&step.text)));
            for command in &step.commands {
                let _ = writeln!(out, "  - {}", code(command));
            }
        }
    }
    out
}
