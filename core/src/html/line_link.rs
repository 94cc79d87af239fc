//! Links from a fragment to lines of the text.

use crate::analysis::Analysis;
use crate::markup::Html;
use crate::text::{LineIndex, Span};

/// Where a fragment is going to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// In a page with an editor, whose script listens: lines, cells and fixes are buttons.
    Page,
    /// In a document without scripts: lines are links to `#L<line>`, nothing can be pressed.
    Document,
}

/// Adds a reference to the line where `span` begins. In the page it carries the byte range of the span.
pub(super) fn line_link(html: &mut Html, lines: &LineIndex, span: Span, medium: Medium) {
    let line = lines.line_of(span.start()) + 1;
    html.text(" ");
    let link = match medium {
        Medium::Page => html
            .element("button")
            .attribute("type", "button")
            .class("line-link")
            .number("data-line", line)
            .number("data-start", span.start as usize)
            .number("data-end", span.end as usize),
        Medium::Document => html
            .element("a")
            .class("line-link")
            .attribute("href", &format!("#L{line}"))
            .number("data-line", line),
    };
    link.text(&format!("line {line}"));
}

/// The same for a line of the version before, which is not in the editor: `data-former-start` and `data-former-end`.
pub(super) fn former_line_link(html: &mut Html, lines: &LineIndex, span: Span, medium: Medium) {
    let words = format!("line {} before", lines.line_of(span.start()) + 1);
    html.text(" ");
    match medium {
        Medium::Page => html
            .element("button")
            .attribute("type", "button")
            .class("line-link")
            .number("data-former-start", span.start as usize)
            .number("data-former-end", span.end as usize)
            .text(&words),
        Medium::Document => html.element("span").text(&words),
    }
}

/// The same for every span, each line once.
pub(super) fn line_links(html: &mut Html, analysis: &Analysis, spans: &[Span], medium: Medium) {
    let mut seen: Vec<usize> = Vec::new();
    for span in spans {
        let line = analysis.lines().line_of(span.start());
        if !seen.contains(&line) {
            seen.push(line);
            line_link(html, analysis.lines(), *span, medium);
        }
    }
}
