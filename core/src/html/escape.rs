//! The one place where text becomes HTML. Everything that a file says goes through here.

use std::fmt::Write as _;

/// Appends `text` so that HTML reads it back as text, in an element or in a quoted attribute. Characters that no
/// document may hold become the replacement character; those that turn the writing direction are shown by number, so
/// that no name can rearrange what stands beside it.
pub fn push_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' => {
                let _ = write!(out, "U+{:04X}", u32::from(c));
            }
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
}

/// Appends ` name="value"`. `name` is a literal of the program, never a text of the file.
pub fn push_attribute(out: &mut String, name: &'static str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_attribute_text(out, value);
    out.push('"');
}

/// As [`push_text`], but line breaks stay and directions are kept: an attribute must read back as it was (an id, a
/// command to copy).
fn push_attribute_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c if c == '\0' || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
}

/// Appends a name, kept apart from the writing direction of what stands around it.
pub fn push_name(out: &mut String, name: &str) {
    out.push_str("<bdi>");
    push_text(out, name);
    out.push_str("</bdi>");
}

/// Appends a sentence whose names stand in backticks: they become `<code>`. A backtick without a partner stays.
pub fn push_prose(out: &mut String, text: &str) {
    let ticks = text.matches('`').count();
    for (at, piece) in text.split('`').enumerate() {
        if at % 2 == 1 && at < ticks {
            out.push_str("<code>");
            push_text(out, piece);
            out.push_str("</code>");
        } else {
            if at % 2 == 1 {
                out.push('`');
            }
            push_text(out, piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(text: &str) -> String {
        let mut out = String::new();
        push_prose(&mut out, text);
        out
    }

    #[test]
    fn nothing_of_the_text_is_markup() {
        let mut out = String::new();
        push_text(&mut out, "</script><img src=x onerror='a()'>&\"\u{202E}\u{1}\n");
        assert_eq!(
            out,
            "&lt;/script&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;&quot;U+202E\u{FFFD} "
        );
        let mut out = String::new();
        push_attribute(&mut out, "data-from", "web:\" onclick=\"x\u{202E}");
        assert_eq!(out, " data-from=\"web:&quot; onclick=&quot;x\u{202E}\"");
    }

    #[test]
    fn names_in_backticks_are_code() {
        assert_eq!(prose("`a<b` calls `db`"), "<code>a&lt;b</code> calls <code>db</code>");
        assert_eq!(prose("an `open end"), "an `open end");
        assert_eq!(prose("plain"), "plain");
    }
}
