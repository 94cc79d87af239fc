//! The one place where text becomes markup, for HTML and for SVG.

use std::fmt::Write as _;

/// Appends `text` so that HTML and SVG read it back as text, in an element or in a quoted attribute. Characters that no
/// document may hold become the replacement character; those that turn the writing direction are shown by number, so
/// that no name can rearrange what is next to it.
pub(crate) fn push_text(out: &mut String, text: &str) {
    if is_plain(text) {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        if let Some(entity) = entity(c) {
            out.push_str(entity);
            continue;
        }
        match c {
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' => {
                let _ = write!(out, "U+{:04X}", u32::from(c));
            }
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
}

/// Appends the value of a quoted attribute that must read back as it was (an id, a command to copy): as [`push_text`],
/// but line breaks and writing directions stay.
pub(super) fn push_value(out: &mut String, text: &str) {
    if is_plain(text) {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        if let Some(entity) = entity(c) {
            out.push_str(entity);
            continue;
        }
        match c {
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c if c == '\0' || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
}

/// What stands for a character that would end a text or an attribute, or begin something else in it.
const fn entity(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => None,
    }
}

/// Whether nothing has to be escaped: nearly every text is written in one piece.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| {
        matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_text_is_markup() {
        let mut out = String::new();
        push_text(&mut out, "</script><img src=x onerror='a()'>&\"\u{202E}\u{1}\n");
        assert_eq!(
            out,
            "&lt;/script&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;&quot;U+202E\u{FFFD} "
        );
    }

    #[test]
    fn a_value_reads_back_as_it_was() {
        let mut out = String::new();
        push_value(&mut out, "web:\" onclick=\"x\u{202E}\n");
        assert_eq!(out, "web:&quot; onclick=&quot;x\u{202E}&#10;");
    }
}
