//! `diff --format text`.

use std::fmt::Write as _;

use super::code::readable_all;
use super::compared::Compared;
use super::words::{Piece, sections};

/// The report; empty when nothing changed.
pub(super) fn report(compared: &Compared) -> String {
    let mut out = String::new();
    for section in sections(&compared.difference) {
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}{}", section.title);
        for line in section.lines {
            let _ = writeln!(out, "  {} {}: {}", line.mark, line.what, join(&line.pieces));
            for below in line.below {
                let _ = writeln!(out, "      {}", join(&below));
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
