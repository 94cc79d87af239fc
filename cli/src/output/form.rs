//! What a text is, which decides how a sign that might act is written in it.

use std::fmt::Write as _;

use super::readable::{breaks, is_steering, turns};

/// The form of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Lines for people and for the log of a run: text, tables, Markdown, YAML.
    Lines,
    /// JSON, in which a sign can be written as its number.
    Json,
    /// HTML, SVG and Mermaid, which escape what they are given themselves.
    Markup,
}

impl Form {
    /// The text without anything that steers a terminal, turns the direction of writing, or is a command to the runner of
    /// a workflow.
    pub(crate) fn harmless(self, text: &str) -> String {
        // Megabytes of shapes have nothing but plain signs, and no command counts in markup.
        let is_plain = |byte: u8| matches!(byte, b'\n' | b'\t' | b' '..=b'~');
        if self == Self::Markup && text.bytes().all(is_plain) {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            if self == Self::Lines && line.trim_start().starts_with("::") {
                out.push(char::REPLACEMENT_CHARACTER);
            }
            for c in line.chars() {
                match self {
                    Self::Lines if is_steering(c) => {
                        out.push(char::REPLACEMENT_CHARACTER);
                    }
                    // What joins letters stays in words of a picture.
                    Self::Markup
                        if c != '\n' && c != '\t' && (c.is_control() || turns(c) || breaks(c)) =>
                    {
                        out.push(char::REPLACEMENT_CHARACTER);
                    }
                    Self::Json if is_steering(c) => push_number(&mut out, c),
                    // The older form of such a command counts wherever it is in a line.
                    Self::Lines if c == '[' && out.ends_with("##") => out.push_str("\u{fffd}["),
                    Self::Json if c == '[' && out.ends_with("##") => push_number(&mut out, c),
                    _ => out.push(c),
                }
            }
        }
        out
    }
}

/// A sign as JSON writes it by number.
fn push_number(out: &mut String, c: char) {
    let mut units = [0; 2];
    for unit in c.encode_utf16(&mut units) {
        let _ = write!(out, "\\u{unit:04x}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_and_nothing_commands() {
        let said = "  ::error::a\n##[group]b\u{1b}[2J\u{202e}c\tz\u{7}\n";
        let lines = Form::Lines.harmless(said);
        assert_eq!(
            lines,
            "\u{fffd}  ::error::a\n##\u{fffd}[group]b\u{fffd}[2J\u{fffd}c\tz\u{fffd}\n"
        );
        let json = Form::Json.harmless("{\"a\": \"\u{202e}\u{9b}##[x]\"}");
        assert_eq!(json, "{\"a\": \"\\u202e\\u009b##\\u005bx]\"}");
        let markup = Form::Markup.harmless("<b>##[x]\n\t</b>\u{1b}\r");
        assert_eq!(markup, "<b>##[x]\n\t</b>\u{fffd}\u{fffd}");
        let read: serde_json::Value = serde_json::from_str(&json).expect("it is there");
        assert_eq!(read["a"], "\u{202e}\u{9b}##[x]");
    }
}
