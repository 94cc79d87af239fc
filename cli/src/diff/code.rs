//! Words of a Blueprint inside Markdown: as code, so that nothing in them is markup, a mention or a link, whatever they
//! hold. No `<` of theirs is ever written, inside a code span neither.

use std::fmt::Write as _;

use blueprint_lens_core::wording::rule_page::rule_page;

use super::changes::Piece;
use super::links::Links;
use crate::output::readable_all;

/// Longest text, in characters; what is longer ends in an ellipsis.
const LONGEST: usize = 160;

/// A sentence: words of a Blueprint as code, ours as plain text.
pub(crate) fn sentence(pieces: &[Piece]) -> String {
    linked(pieces, &Links::default())
}

/// The same with links where there are addresses.
pub(super) fn linked(pieces: &[Piece], links: &Links) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Ours(text) => plain(text),
            Piece::Theirs(text) => code(text),
            Piece::Rule(code) => format!("[{code}]({})", rule_page(code)),
            Piece::Line { number, is_of_head } => match links.line(*number, *is_of_head) {
                Some(address) => format!("[line {number}]({address})"),
                None => format!("line {number}"),
            },
        })
        .collect()
}

/// A text as code. A plain one becomes a code span, for whoever reads the source; any other is written as HTML with
/// every sign as an entity, which works in tables and where backticks do not.
pub(crate) fn code(text: &str) -> String {
    let text = readable(text);
    let delicate = |c: char| matches!(c, '`' | '<' | '>' | '&' | '|' | '\\' | '$');
    if text.is_empty() {
        "<code>&#32;</code>".to_owned()
    } else if text.contains(delicate) || text.trim() != text {
        format!("<code>{}</code>", entities(&text))
    } else {
        format!("`{text}`")
    }
}

/// Our words around names: plain text whose signs cannot be markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in readable_all(text).chars() {
        if matches!(
            c,
            '<' | '>' | '&' | '|' | '*' | '_' | '[' | ']' | '\\' | '~' | '@' | '#' | '$' | '`'
        ) {
            let _ = write!(out, "&#{};", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// The text on one line, cut to a readable length.
fn readable(text: &str) -> String {
    let mut chars = text.chars();
    let mut out = readable_all(&chars.by_ref().take(LONGEST).collect::<String>());
    if chars.next().is_some() {
        out.push('\u{2026}');
    }
    out
}

/// Every ASCII sign as an entity, which no reader of Markdown takes for markup.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            let _ = write!(out, "&#{};", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_texts_are_code_spans() {
        assert_eq!(code("web:api"), "`web:api`");
        assert_eq!(code("npm ci\n"), "`npm ci`");
        assert_eq!(code("a\nb"), "`a\u{23ce}b`");
    }

    #[test]
    fn markup_is_shown_and_not_done() {
        assert_eq!(code("<b>"), "<code>&#60;b&#62;</code>");
        assert_eq!(code("`x`|y"), "<code>&#96;x&#96;&#124;y</code>");
        assert_eq!(code(""), "<code>&#32;</code>");
        assert_eq!(code(&"x".repeat(500)).chars().count(), LONGEST + 3);
        assert_eq!(plain("see [x](y) <b> @me #1"), "see &#91;x&#93;(y) &#60;b&#62; &#64;me &#35;1");
    }
}
