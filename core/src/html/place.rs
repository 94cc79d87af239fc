//! Links from a fragment to lines of the text.

use std::fmt::Write as _;

use crate::analysis::Analysis;
use crate::text::Span;

/// Where a fragment is going to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// In a page with an editor, whose script listens: lines, cells and fixes are buttons.
    Page,
    /// In a document without scripts: lines are links to `#L<line>`, nothing can be pressed.
    Document,
}

/// Appends a reference to the line where `span` begins. In the page it carries the byte range of the span.
pub(super) fn push_line(out: &mut String, analysis: &Analysis, span: Span, medium: Medium) {
    let line = analysis.lines().position(span.start(), analysis.text()).line;
    let _ = match medium {
        Medium::Page => write!(
            out,
            " <button type=\"button\" class=\"line-link\" data-line=\"{line}\" data-start=\"{}\" \
             data-end=\"{}\">line {line}</button>",
            span.start, span.end
        ),
        Medium::Document => {
            write!(
                out,
                " <a class=\"line-link\" href=\"#L{line}\" data-line=\"{line}\">line {line}</a>"
            )
        }
    };
}

/// The same for every span, each line once.
pub(super) fn push_lines(out: &mut String, analysis: &Analysis, spans: &[Span], medium: Medium) {
    let mut seen: Vec<usize> = Vec::new();
    for span in spans {
        let line = analysis.lines().line_of(span.start());
        if !seen.contains(&line) {
            seen.push(line);
            push_line(out, analysis, *span, medium);
        }
    }
}
