//! Several files as one text, so that one span says both where and in which file: the files one behind the other, each
//! with a line break of nobody's behind it.

use std::ops::RangeInclusive;

use super::line_index::{LineIndex, Position};
use super::span::Span;

/// Index of a file among those that are analysed together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(pub usize);

/// A file of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path for people; empty for a text that came without one.
    pub path: String,
    /// Its part of the whole text.
    pub span: Span,
    /// Its lines, counted from its own start.
    pub lines: LineIndex,
}

/// The files of a text, in order; never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    files: Vec<SourceFile>,
    /// The lines of the whole text, where it is not one file.
    lines: Option<LineIndex>,
}

impl Files {
    /// A text that is one file.
    pub fn one(text: &str) -> Self {
        let (_, files) = Self::join(&[(String::new(), text)]);
        files
    }

    /// The whole text of several files, given as path and text, with where each of them is. No files are one empty file.
    pub fn join(parts: &[(String, &str)]) -> (String, Self) {
        let mut whole = String::new();
        let mut files = Vec::with_capacity(parts.len().max(1));
        for (path, text) in parts {
            if !files.is_empty() {
                whole.push('\n');
            }
            let start = whole.len();
            whole.push_str(text);
            let span = Span::new(start, whole.len());
            files.push(SourceFile { path: path.clone(), span, lines: LineIndex::new(text) });
        }
        if files.is_empty() {
            files.push(SourceFile { lines: LineIndex::new(""), ..SourceFile::default() });
        }
        let lines = (files.len() > 1).then(|| LineIndex::new(&whole));
        (whole, Self { files, lines })
    }

    /// The lines of the whole text.
    pub fn lines(&self) -> &LineIndex {
        self.lines.as_ref().unwrap_or(&self.files[0].lines)
    }

    /// Every file with its index.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId(index), file))
    }

    /// The file behind an index.
    pub fn get(&self, file: FileId) -> &SourceFile {
        &self.files[file.0]
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// The file that holds the byte `offset` of the whole text.
    pub fn of(&self, offset: usize) -> FileId {
        let behind = self.files.partition_point(|file| file.span.start() <= offset);
        FileId(behind.saturating_sub(1))
    }

    /// The file in which a span of the whole text begins.
    pub fn of_span(&self, span: Span) -> &SourceFile {
        self.get(self.of(span.start()))
    }

    /// The lines of its file that a span of the whole text is on, counted from zero.
    pub fn lines_of(&self, span: Span) -> RangeInclusive<usize> {
        let file = self.of_span(span);
        let local = file.local(span);
        file.lines.line_of(local.start())..=file.lines.line_of(local.end())
    }

    /// Line, column and offset of a byte `offset` of the whole text, counted from the start of its file.
    pub fn position(&self, offset: usize, whole: &str) -> Position {
        let file = self.get(self.of(offset));
        let local = offset.min(file.span.end()) - file.span.start();
        file.lines.position(local, file.span.slice(whole))
    }
}

impl SourceFile {
    /// A span of the whole text as one of this file; what lies outside of the file is cut off.
    pub fn local(&self, span: Span) -> Span {
        let within =
            |offset: usize| offset.clamp(self.span.start(), self.span.end()) - self.span.start();
        Span::new(within(span.start()), within(span.end()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_has_its_file_and_its_place_there() {
        let (whole, files) =
            Files::join(&[("a.yaml".to_owned(), "a: 1\n"), ("b.yaml".to_owned(), "b: 2\nc: 3")]);
        assert_eq!(whole, "a: 1\n\nb: 2\nc: 3");
        let c = whole.find('c').unwrap();
        assert_eq!(files.of(c), FileId(1));
        assert_eq!(files.position(c, &whole), Position { line: 2, column: 1, offset: 5 });
        assert_eq!(files.of(5), FileId(0), "the end of a file is its own");
        assert_eq!(files.position(5, &whole), Position { line: 2, column: 1, offset: 5 });
        assert_eq!(files.get(FileId(1)).local(Span::new(c, c + 1)), Span::new(5, 6));
        assert_eq!(files.lines_of(Span::new(c - 5, c + 1)), 0..=1);
        assert_eq!(files.get(FileId(0)).local(Span::new(2, 6)), Span::new(2, 5));
    }

    #[test]
    fn one_text_is_as_it_was() {
        let (whole, files) = Files::join(&[(String::new(), "x: ö\r\n")]);
        assert_eq!((whole.as_str(), files.count()), ("x: ö\r\n", 1));
        assert_eq!(Files::join(&[]).1.count(), 1);
        assert_eq!(files, Files::one("x: ö\r\n"));
    }
}
