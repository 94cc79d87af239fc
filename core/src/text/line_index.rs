//! The one place where byte offsets, lines, columns and UTF-16 offsets are converted.

/// A place for people: 1-based line and column, the column counted in Unicode characters, and the byte offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// 1-based line.
    pub line: usize,
    /// 1-based column in Unicode characters.
    pub column: usize,
    /// 0-based byte offset.
    pub offset: usize,
}

/// Where the lines of a text begin, and how its bytes map to UTF-16 code units (which browsers count).
///
/// A line ends after `\n`, `\r\n` or a lone `\r`, as YAML and `CodeMirror` read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineIndex {
    /// Byte offset of the first character of each line.
    starts: Vec<u32>,
    /// UTF-16 offset of the first character of each line.
    utf16_starts: Vec<u32>,
    /// Length of the text in bytes.
    len: u32,
    /// Whether a line ends after `\r\n`.
    has_pairs: bool,
}

impl LineIndex {
    /// Reads the line structure of `text`.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        let mut utf16_starts = vec![0];
        let mut utf16 = 0u32;
        let mut has_pairs = false;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            utf16 += c.len_utf16() as u32;
            let is_pair = c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n');
            has_pairs |= is_pair;
            if c == '\n' || (c == '\r' && !is_pair) {
                starts.push((at + c.len_utf8()) as u32);
                utf16_starts.push(utf16);
            }
        }
        Self { starts, utf16_starts, len: text.len() as u32, has_pairs }
    }

    /// The line break for new lines of the text: `\r\n` where it has one.
    pub fn line_break(&self) -> &'static str {
        if self.has_pairs { "\r\n" } else { "\n" }
    }

    /// Number of lines; a text that ends in a line break has an empty last line.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// 0-based line that holds the byte `offset`.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= offset).saturating_sub(1)
    }

    /// Byte range of a 0-based line without its line break; empty past the end.
    pub fn line_range(&self, line: usize, text: &str) -> std::ops::Range<usize> {
        let Some(start) = self.starts.get(line).map(|start| *start as usize) else {
            return text.len()..text.len();
        };
        let end = self.starts.get(line + 1).map_or(text.len(), |next| *next as usize);
        start..start + text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// Line and column of a byte `offset`; offsets past the end mean the end.
    pub fn position(&self, offset: usize, text: &str) -> Position {
        let offset = floor_boundary(text, offset.min(self.len as usize));
        let line = self.line_of(offset);
        let start = self.starts[line] as usize;
        Position { line: line + 1, column: text[start..offset].chars().count() + 1, offset }
    }

    /// UTF-16 offset of a byte `offset`.
    pub fn utf16(&self, offset: usize, text: &str) -> usize {
        let offset = floor_boundary(text, offset.min(self.len as usize));
        let line = self.line_of(offset);
        let start = self.starts[line] as usize;
        self.utf16_starts[line] as usize
            + text[start..offset].chars().map(char::len_utf16).sum::<usize>()
    }

    /// Byte offset of a UTF-16 offset; offsets past the end mean the end.
    pub fn from_utf16(&self, offset: usize, text: &str) -> usize {
        let line =
            self.utf16_starts.partition_point(|start| *start as usize <= offset).saturating_sub(1);
        let start = self.starts[line] as usize;
        let mut left = offset - self.utf16_starts[line] as usize;
        for (at, c) in text[start..].char_indices() {
            if left < c.len_utf16() {
                return start + at;
            }
            left -= c.len_utf16();
        }
        text.len()
    }
}

/// The character boundary at or before `offset`.
fn floor_boundary(text: &str, offset: usize) -> usize {
    (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_and_code_units() {
        let text = "a: é\r\nb: 😀x\rlast";
        let index = LineIndex::new(text);
        assert_eq!(index.line_count(), 3);
        let x = text.find('x').unwrap();
        assert_eq!(index.position(x, text), Position { line: 2, column: 5, offset: x });
        assert_eq!(index.utf16(x, text), 6 + 5);
        assert_eq!(index.from_utf16(11, text), x);
        assert_eq!(index.line_range(0, text), 0..5);
        assert_eq!(index.position(text.len(), text).line, 3);
    }

    #[test]
    fn new_lines_end_as_those_of_the_text() {
        for (text, line_break) in
            [("", "\n"), ("a\nb", "\n"), ("a\rb\n", "\n"), ("a\n\rb", "\n"), ("a\nb\r\nc", "\r\n")]
        {
            assert_eq!(LineIndex::new(text).line_break(), line_break, "{text:?}");
        }
    }

    #[test]
    fn the_end_of_a_text_is_a_place() {
        let index = LineIndex::new("a\n");
        assert_eq!(index.position(99, "a\n"), Position { line: 2, column: 1, offset: 2 });
        assert_eq!(LineIndex::new("").position(0, ""), Position { line: 1, column: 1, offset: 0 });
    }
}
