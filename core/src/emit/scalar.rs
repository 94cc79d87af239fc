//! How a text is written: as it is where that is safe, else in quotes, and several lines as a block.

use super::reads_differently;
use crate::edit::{is_special, quoted};
use crate::syntax::is_text_when_plain;

/// A text as a scalar in one line: plain, in single quotes where only its signs mislead, else in double quotes.
pub(super) fn in_line(text: &str) -> String {
    if reads_differently(text) || !is_text_when_plain(text) || text.contains(is_special) {
        quoted(text)
    } else if is_plain(text) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

/// A text of several lines as block text, its lines moved to `column`; `None` for a text that is better quoted.
pub(super) fn block(text: &str, column: usize) -> Option<String> {
    let unfit = |line: &str| line.ends_with(' ') || line.contains(is_special);
    if !text.contains('\n') || text.split('\n').any(unfit) {
        return None;
    }
    let body = text.trim_end_matches('\n');
    let mut out = "|".to_owned();
    if text.starts_with([' ', '\n']) {
        out.push('2');
    }
    match text.len() - body.len() {
        0 => out.push('-'),
        1 if !body.is_empty() => {}
        _ => out.push('+'),
    }
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&" ".repeat(column));
            out.push_str(line);
        }
    }
    Some(out)
}

/// Whether a text of one line needs no quotes.
fn is_plain(text: &str) -> bool {
    let lone = |sign: &str| text == sign || text.starts_with(&format!("{sign} "));
    !(text.starts_with([
        ' ', '#', ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`',
    ]) || text.ends_with([' ', ':'])
        || ["-", "?", ":"].into_iter().any(lone)
        || ["---", "..."].into_iter().any(|mark| text.starts_with(mark))
        || matches!(text, "=" | "<<")
        || ["0b", "0o", "0x"]
            .into_iter()
            .any(|radix| text.trim_start_matches(['+', '-']).starts_with(radix))
        || text.contains(": ")
        || text.contains(" #"))
}
