//! Bytes to text. A file that is not UTF-8 is still read: what cannot be decoded becomes U+FFFD and is reported.

use super::Span;

/// A decoded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, with U+FFFD in place of every undecodable sequence.
    pub text: String,
    /// Where those replacements are in `text`.
    pub invalid: Vec<Span>,
}

/// Decodes UTF-8, keeping whatever can be kept.
pub fn decode(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            let start = text.len();
            text.push(char::REPLACEMENT_CHARACTER);
            invalid.push(Span::new(start, text.len()));
        }
    }
    Decoded { text, invalid }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_can_be_read() {
        let decoded = decode(b"name: a\xffb");
        assert_eq!(decoded.text, "name: a\u{fffd}b");
        assert_eq!(decoded.invalid, [Span::new(7, 10)]);
        assert!(decode("é".as_bytes()).invalid.is_empty());
    }
}
