//! A line of the text as somebody meant it: indentation, dashes, key, value. For finding out what broke the reader.

/// The parts of a line, as byte ranges of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SourceLine {
    /// First byte of the line.
    pub(super) start: usize,
    /// First byte behind the blanks.
    pub(super) content: usize,
    /// First byte behind the blanks and the dashes of list items.
    pub(super) item: usize,
    /// One past the last byte, line break and trailing blanks excluded.
    pub(super) end: usize,
    /// The colon that ends the key.
    pub(super) colon: Option<usize>,
    /// First byte of the value behind key and dashes; `end` when there is none.
    pub(super) value: usize,
}

impl SourceLine {
    /// The parts of the line that holds `at`.
    pub(super) fn at(text: &str, at: usize) -> Self {
        let at = at.min(text.len());
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let end = text[start..].find('\n').map_or(text.len(), |end| start + end);
        let end = start + text[start..end].trim_end().len();
        let blank = |from: usize| {
            let tail = &text[from..end];
            from + tail.len() - tail.trim_start_matches([' ', '\t', '\u{feff}']).len()
        };
        let content = blank(start).min(end);
        let mut item = content;
        while text[item..end].starts_with("- ") || text[item..end].starts_with("-\t") {
            item = blank(item + 1).min(end);
        }
        let colon = key_colon(&text[item..end]).map(|colon| item + colon);
        let value = colon.map_or(item, |colon| blank(colon + 1).min(end));
        Self { start, content, item, end, colon, value }
    }

    /// Whether the line holds nothing but blanks or a comment.
    pub(super) fn is_blank(&self, text: &str) -> bool {
        self.content == self.end || text[self.content..].starts_with('#')
    }

    /// The value, without a comment behind it.
    pub(super) fn plain_value<'a>(&self, text: &'a str) -> &'a str {
        let value = &text[self.value..self.end];
        value.find(" #").map_or(value, |comment| value[..comment].trim_end())
    }
}

/// The colon that ends a simple key at the start of `text`: followed by a blank or the end, and not in quotes.
fn key_colon(text: &str) -> Option<usize> {
    let mut from = 0;
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        from = text[1..].find(quote)? + 2;
    } else if text.starts_with(['{', '[', '#']) {
        return None;
    }
    text[from..].char_indices().map(|(at, c)| (from + at, c)).find_map(|(at, c)| {
        let behind = text[at + c.len_utf8()..].chars().next();
        (c == ':' && behind.is_none_or(|c| c == ' ' || c == '\t')).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (&str, Option<&str>, &str) {
        let line = SourceLine::at(text, 0);
        (
            &text[line.content..line.item],
            line.colon.map(|colon| &text[line.item..colon]),
            line.plain_value(text),
        )
    }

    #[test]
    fn finds_the_parts_of_lines() {
        assert_eq!(parts("  - key: value # why\n"), ("- ", Some("key"), "value"));
        assert_eq!(parts("a: b: c"), ("", Some("a"), "b: c"));
        assert_eq!(parts("\"x: y\": z"), ("", Some("\"x: y\""), "z"));
        assert_eq!(parts("- - word"), ("- - ", None, "word"));
        assert_eq!(parts("http://x"), ("", None, "http://x"));
        assert_eq!(parts("key:"), ("", Some("key"), ""));
    }
}
