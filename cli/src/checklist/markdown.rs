//! `checklist --format markdown`, and the list in the comment on a pull request: a task list that no Blueprint can break.

use std::fmt::Write as _;

use blueprint_lens_core::checklist::{Phase, Step};

use crate::diff::changes::{Piece, message};
use crate::diff::code::{code, plain};

/// The task list by phases; empty when there is nothing to do by hand.
pub(crate) fn list(steps: &[Step]) -> String {
    let mut out = String::new();
    for phase in Phase::ALL {
        let due: Vec<&Step> = steps.iter().filter(|step| step.phase == phase).collect();
        if due.is_empty() {
            continue;
        }
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}#### {}\n", phase.words());
        for step in due {
            let _ = writeln!(out, "- [ ] {}", sentence(&step.text));
            for command in &step.commands {
                let _ = writeln!(out, "  - {}", code(command));
            }
        }
    }
    out
}

fn sentence(text: &str) -> String {
    message(text)
        .iter()
        .map(|piece| match piece {
            Piece::Ours(text) => plain(text),
            Piece::Theirs(text) => code(text),
        })
        .collect()
}
