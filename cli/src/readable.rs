//! Texts of others where a sign might act: on a terminal, or in a list of lines.

use blueprint_lens_core::mermaid::is_invisible;

/// The text on one line: breaks as a sign, characters without a shape as the sign for unreadable ones.
pub(crate) fn readable_all(text: &str) -> String {
    text.trim_end_matches('\n')
        .chars()
        .map(|c| match c {
            '\n' => '\u{23ce}',
            '\t' => ' ',
            c if c.is_control() || is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}') => {
                '\u{fffd}'
            }
            c => c,
        })
        .collect()
}
