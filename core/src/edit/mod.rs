//! Small edits of YAML that keep the form of what stands around them: indentation, line breaks, quotes, comments.
use crate::model::Key;
use crate::text::{LineIndex, Span, TextEdit};

/// Blanks before the first character of the line that holds `offset`, dashes of list items counted as blanks.
pub(crate) fn indent_at(text: &str, lines: &LineIndex, offset: usize) -> String {
    let range = lines.line_range(lines.line_of(offset), text);
    let head = text.get(range.start..offset).unwrap_or_default();
    head.chars().map(|c| if c == '\t' { '\t' } else { ' ' }).collect()
}

/// The line break the text uses.
pub(crate) fn line_break(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Adds `line` as a new line behind the entry `after` of a block mapping, at the same indentation.
/// `None` inside a flow mapping (`{…}`), where a line would break the form.
pub(crate) fn insert_line_after(
    text: &str,
    lines: &LineIndex,
    after: &Key,
    line: &str,
) -> Option<TextEdit> {
    let indent = indent_at(text, lines, after.span.start());
    if !is_block_key(text, lines, after.span) {
        return None;
    }
    let end = lines.line_range(lines.line_of(after.value.end().max(after.span.end())), text).end;
    Some(TextEdit::insert(end, format!("{}{indent}{line}", line_break(text))))
}

/// Removes the entry `key` of a block mapping with its whole lines. `None` when it shares a line with something else.
pub(crate) fn remove_entry(text: &str, lines: &LineIndex, key: &Key) -> Option<TextEdit> {
    let first = lines.line_range(lines.line_of(key.span.start()), text);
    let last = lines.line_range(lines.line_of(key.value.end().max(key.span.end())), text);
    let before = text.get(first.start..key.span.start())?;
    if !before.chars().all(|c| c == ' ' || c == '\t') {
        return None;
    }
    let end = text[last.end..].find(['\n', '\r']).map_or(last.end, |at| {
        let at = last.end + at;
        if text[at..].starts_with("\r\n") { at + 2 } else { at + 1 }
    });
    Some(TextEdit::replace(Span::new(first.start, end), ""))
}

/// Whether a key starts its line, list dashes aside.
fn is_block_key(text: &str, lines: &LineIndex, key: Span) -> bool {
    let range = lines.line_range(lines.line_of(key.start()), text);
    text.get(range.start..key.start())
        .is_some_and(|head| head.chars().all(|c| matches!(c, ' ' | '\t' | '-' | '"' | '\'')))
}

/// `text` as a YAML scalar in double quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
