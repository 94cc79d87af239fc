//! `diff --format text`.

use std::fmt::Write as _;

use super::changes::{Piece, sections};
use super::code::readable_all;
use super::compared::Compared;

/// The report; empty when nothing changed.
pub(super) fn report(compared: &Compared) -> String {
    let mut out = String::new();
    for section in sections(&compared.difference) {
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}{}", section.title);
        for change in section.changes {
            let _ = writeln!(out, "  {} {}: {}", change.mark, change.what, join(&change.sentence));
            for detail in change.details {
                let _ = writeln!(out, "      {}", join(&detail));
            }
        }
    }
    out
}

fn join(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Ours(text) | Piece::Theirs(text) => readable_all(text),
        })
        .collect()
}
