//! Bytes to texts: some as they are, some as words of the language, most as a whole Blueprint.

use crate::random::{known_names, text as blueprint};
use blueprint_lens_core::text::{Decoded, Span, TextEdit, decode};

/// What a text is made of beside the names of fields: signs and words that mean something to YAML, to Render or to us.
const WORDS: [&str; 48] = [
    "\n",
    "\n  ",
    "\n    ",
    "\n      ",
    "\n  - ",
    "\n    - ",
    "\n      - ",
    ": ",
    ":",
    " ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "\"",
    "'",
    "#",
    " # ",
    "&a ",
    "*a",
    "<<: *a",
    "|\n",
    ">-\n",
    "\t",
    "\r\n",
    "---\n",
    "...\n",
    "!!str ",
    "? ",
    "~",
    "\u{feff}",
    "\u{2028}",
    "数",
    "🙂",
    "\u{202e}",
    "web",
    "pserv",
    "worker",
    "keyvalue",
    "api",
    "store",
    "frankfurt",
    "0.0.0.0/0",
    "https://api.onrender.com",
    "# blueprint-lens: allow ",
    "# blueprint-lens: assert ",
];

/// How many bytes a text of one piece again and again has: what is slow for a long text is slow here, too.
const REPEATED: usize = 1024;

/// The text of these bytes. The first one says how they are read.
pub(crate) fn text(bytes: &[u8]) -> Decoded {
    let Some((form, rest)) = bytes.split_first() else { return decode(bytes) };
    match form % 16 {
        0..=2 => decode(rest),
        3..=5 => whole(words(rest)),
        6..=8 => {
            let (some, more) = halves(rest);
            let mut text = blueprint(more);
            let at = boundary(&text, usize::from(*form) * text.len() / 256);
            text.insert_str(at, &words(some));
            whole(text)
        }
        9 => {
            let piece = words(rest);
            whole(piece.repeat(REPEATED / piece.len().max(1)))
        }
        _ => whole(blueprint(rest)),
    }
}

/// Two versions of a text: the second is an edit of the first, or another one altogether.
pub(crate) fn versions(bytes: &[u8]) -> [Decoded; 2] {
    let Some((form, rest)) = bytes.split_first() else { return [decode(bytes), decode(bytes)] };
    let (some, more) = halves(rest);
    let first = text(more);
    let second = match form % 4 {
        0 => text(some),
        _ => whole(some.chunks(4).fold(first.text.clone(), |text, bytes| {
            let edit = edit(&text, bytes);
            let mut text = text;
            text.replace_range(edit.span.range(), &edit.text);
            text
        })),
    };
    if form & 4 == 0 { [first, second] } else { [second, first] }
}

/// One edit of a text: two bytes say where, one how much goes, the others what comes.
pub(crate) fn edit(text: &str, bytes: &[u8]) -> TextEdit {
    let byte = |at: usize| bytes.get(at).copied().map_or(0, usize::from);
    let start = boundary(text, (byte(0) * 256 + byte(1)) * (text.len() + 1) / 65536);
    let end = boundary(text, (start + byte(2) % 24).min(text.len()));
    TextEdit::replace(Span::new(start, end), words(bytes.get(3..).unwrap_or_default()))
}

/// The first half and the second.
pub(crate) fn halves(bytes: &[u8]) -> (&[u8], &[u8]) {
    bytes.split_at(bytes.len() / 2)
}

/// Small bytes as characters, the others as words and as names of fields.
fn words(bytes: &[u8]) -> String {
    let fields = known_names();
    let mut out = String::new();
    let mut bytes = bytes.iter().copied();
    while let Some(byte) = bytes.next() {
        match byte {
            0..128 => out.push(char::from(byte)),
            128..224 => out.push_str(WORDS[usize::from(byte) % WORDS.len()]),
            _ => {
                let second = usize::from(bytes.next().unwrap_or_default());
                out.push_str(fields[(usize::from(byte) * 256 + second) % fields.len()]);
            }
        }
    }
    out
}

fn whole(text: String) -> Decoded {
    Decoded { text, invalid: Vec::new() }
}

/// The start of the character at a byte.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}
