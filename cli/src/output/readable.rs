//! Texts of others where a sign might act: on a terminal, or in a list of lines.

use std::path::Path;

use blueprint_lens_core::mermaid::is_invisible;

/// A path as it may be shown.
pub(crate) fn shown(path: &Path) -> String {
    readable_all(&path.display().to_string())
}

/// The text on one line: breaks as a sign, characters without a shape as the sign for unreadable ones.
pub(crate) fn readable_all(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim_end_matches('\n').chars() {
        match c {
            '\n' => out.push('\u{23ce}'),
            '\t' => out.push(' '),
            c if is_steering(c) => out.push(char::REPLACEMENT_CHARACTER),
            // The older form of a command to the runner of a workflow, which counts wherever it is in a line.
            '[' if out.ends_with("##") => out.push_str("\u{fffd}["),
            c => out.push(c),
        }
    }
    out
}

/// Whether a character does something where it is shown: to a terminal, to the direction of writing, to lines. Tabs and
/// line feeds are not among them.
pub(crate) fn is_steering(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        c => c.is_control() || breaks(c) || is_invisible(c) || turns(c),
    }
}

/// Whether a character breaks lines for some readers.
pub(super) fn breaks(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether a character turns the direction of writing.
pub(super) fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
