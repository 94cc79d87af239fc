//! The pieces of HTML that hold what a file says. Everything that it says goes through here.

pub use crate::text::push_text;

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
    fn an_attribute_reads_back_as_it_was() {
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
