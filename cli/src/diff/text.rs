//! `diff --format text`.

use std::fmt::Write as _;

use super::changes::{Piece, sections};
use super::code::readable_all;
use super::compared::Compared;
use super::headline::headline;
use super::twin_names::TwinNames;

/// The report; empty when nothing changed. Of twins, it says so.
pub(super) fn report(compared: &Compared) -> String {
    let mut out = String::new();
    if compared.twin.is_some() {
        let _ = writeln!(out, "{}", headline(compared));
        if !compared.difference.is_empty() {
            let legend = TwinNames::legend(&compared.base_name, &compared.head_name);
            let _ = writeln!(out, "{}", readable_all(&legend));
        }
    }
    for section in sections(&compared.difference, compared.twin.is_some()) {
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
