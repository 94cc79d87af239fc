//! Texts of others where a sign might act: on a terminal, or in a list of lines.

use blueprint_lens_core::mermaid::is_invisible;

/// The text on one line: breaks as a sign, characters without a shape as the sign for unreadable ones.
pub(crate) fn readable_all(text: &str) -> String {
    text.trim_end_matches('\n')
        .chars()
        .map(|c| match c {
            '\n' => '\u{23ce}',
            '\t' => ' ',
            c if is_steering(c) => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect()
}

/// Whether a character does something where it is shown: to a terminal, to the direction of writing, to lines. Tabs and
/// line feeds are not among them.
pub(crate) fn is_steering(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{2028}' | '\u{2029}' => true,
        c => c.is_control() || is_invisible(c) || turns(c),
    }
}

/// Whether a character turns the direction of writing.
pub(super) fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
