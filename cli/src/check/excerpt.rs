//! The lines of a file that a finding is about, so that no report of one hands over the whole file.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use blueprint_lens_core::analysis::SourceView;
use blueprint_lens_core::diagnostics::Related;
use blueprint_lens_core::text::Span;

use crate::output::readable_all;

/// Marks further apart than this, in lines, are shown as two excerpts.
const FARTHEST: usize = 100;

/// A place to underline, with what is said about it unless the title says it.
pub(super) struct Mark {
    pub(super) span: Range<usize>,
    pub(super) related: Option<String>,
}

impl Mark {
    /// A second place that explains a finding in `text`.
    pub(super) fn of(text: &str, related: &Related) -> Self {
        Self { span: visible(text, related.span), related: Some(readable_all(&related.message)) }
    }
}

/// Lines of a file one behind the other, and what is marked in them.
pub(super) struct Excerpt<'a> {
    text: &'a str,
    /// The number of the first line, from 1 on.
    first: usize,
    /// With offsets of the excerpt.
    marks: Vec<Mark>,
}

/// Lines that are near each other, and the numbered marks in them.
type Part = (Range<usize>, Vec<(usize, Mark)>);

/// The excerpts that show these marks, the one of the first mark before the others, those in source order.
pub(super) fn excerpts(source: SourceView<'_>, marks: Vec<Mark>) -> Vec<Excerpt<'_>> {
    let lines_of =
        |mark: &Mark| source.lines.line_of(mark.span.start)..=source.lines.line_of(mark.span.end);
    let mut numbered: Vec<_> = marks.into_iter().enumerate().collect();
    numbered.sort_by_key(|(number, mark)| (mark.span.start, *number));
    let mut parts: Vec<Part> = Vec::new();
    for (number, mark) in numbered {
        let lines = lines_of(&mark);
        match parts.last_mut() {
            Some((part, marks)) if *lines.start() <= part.end + FARTHEST => {
                part.end = part.end.max(*lines.end());
                marks.push((number, mark));
            }
            _ => parts.push((*lines.start()..*lines.end(), vec![(number, mark)])),
        }
    }
    parts.sort_by_key(|(_, marks)| !marks.iter().any(|(number, _)| *number == 0));
    parts.into_iter().map(|(lines, marks)| excerpt(source, &lines, marks)).collect()
}

fn excerpt<'a>(
    source: SourceView<'a>,
    lines: &Range<usize>,
    mut marks: Vec<(usize, Mark)>,
) -> Excerpt<'a> {
    let start = source.lines.line_range(lines.start, source.text).start;
    // A mark may reach over the line break.
    let marked = marks.iter().map(|(_, mark)| mark.span.end).max().unwrap_or_default();
    let end = source.lines.line_range(lines.end, source.text).end.max(marked);
    marks.sort_by_key(|(number, _)| *number);
    let local = |(_, mark): (usize, Mark)| {
        let span = mark.span.start - start..mark.span.end - start;
        Mark { span, ..mark }
    };
    Excerpt {
        text: &source.text[start..end],
        first: lines.start + 1,
        marks: marks.into_iter().map(local).collect(),
    }
}

impl<'a> Excerpt<'a> {
    /// The excerpt for the renderer, as lines of the file at `path`.
    pub(super) fn snippet(self, path: &str) -> Snippet<'a, Annotation<'a>> {
        let marks = self.marks.into_iter().map(|mark| match mark.related {
            None => AnnotationKind::Primary.span(mark.span),
            Some(words) => AnnotationKind::Context.span(mark.span).label(words),
        });
        Snippet::source(self.text)
            .path(readable_all(path))
            .line_start(self.first)
            .annotations(marks)
    }
}

/// A span with something to underline: an empty one covers the character behind it, else the one before it.
pub(super) fn visible(text: &str, span: Span) -> std::ops::Range<usize> {
    if !span.is_empty() {
        return span.range();
    }
    let at = span.start();
    match text[at..].chars().next() {
        Some(c) if c != '\n' && c != '\r' => at..at + c.len_utf8(),
        _ => text[..at]
            .chars()
            .next_back()
            .filter(|c| *c != '\n')
            .map_or(at..at, |c| at - c.len_utf8()..at),
    }
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;
    use blueprint_lens_core::text::FileId;

    use super::*;

    /// The first line, the count of lines and the count of marks of every excerpt.
    fn shape(lines: usize, marks: &[usize]) -> Vec<(usize, usize, usize)> {
        let analysis = Analysis::new(&"# 3456789\n".repeat(lines));
        let source = analysis.source(FileId(0));
        let mark = |line: &usize| Mark { span: 10 * line + 2..10 * line + 4, related: None };
        let excerpts = excerpts(source, marks.iter().map(mark).collect());
        let shape = |one: &Excerpt<'_>| {
            let marked = |mark: &Mark| &one.text[mark.span.clone()] == "34";
            assert!(one.marks.iter().all(marked), "{}", one.text);
            (one.first, one.text.lines().count(), one.marks.len())
        };
        excerpts.iter().map(shape).collect()
    }

    #[test]
    fn a_finding_is_shown_with_its_own_lines_however_long_the_file_is() {
        for lines in [1_000, 10_000] {
            assert_eq!(shape(lines, &[500]), [(501, 1, 1)]);
            assert_eq!(shape(lines, &[500, 450]), [(451, 51, 2)]);
            assert_eq!(shape(lines, &[500, 3, 510, 980]), [(501, 11, 2), (4, 1, 1), (981, 1, 1)]);
        }
    }
}
