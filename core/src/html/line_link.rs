//! Links from a fragment to lines of the text.

use crate::analysis::Analysis;
use crate::markup::Html;
use crate::text::{Files, Span};

/// Where a fragment is going to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// In a page with an editor, whose script listens: lines, cells and fixes are buttons.
    Page,
    /// In a document without scripts: lines are links to `#L<line>`, nothing can be pressed.
    Document,
}

/// Where lines are said to be: in the only file, or in one of several.
#[derive(Clone, Copy)]
pub struct Places<'a> {
    files: &'a Files,
}

impl<'a> Places<'a> {
    /// Those of everything that was analysed together.
    pub fn of(analysis: &'a Analysis) -> Self {
        Self::among(analysis.files())
    }

    /// Those of a text that these files make.
    pub fn among(files: &'a Files) -> Self {
        Self { files }
    }

    /// The 1-based line of the whole text in which a span begins.
    fn line(self, span: Span) -> usize {
        self.files.lines().line_of(span.start()) + 1
    }

    /// "line 3", where a span begins, with the file before it where there are several.
    pub fn words(self, span: Span) -> String {
        self.all_words(Span::at(span.start()))
    }

    /// The same of every line of a span: "lines 3 to 5".
    pub fn all_words(self, span: Span) -> String {
        let lines = self.files.lines_of(span);
        let (first, last) = (lines.start() + 1, lines.end() + 1);
        let lines = if first == last {
            format!("line {first}")
        } else {
            format!("lines {first} to {last}")
        };
        match self.files.count() {
            1 => lines,
            _ => format!("{} {lines}", self.files.of_span(span).path),
        }
    }
}

/// Adds a reference to the line where `span` begins. In the page it carries the byte range of the span.
pub(super) fn line_link(html: &mut Html, places: Places<'_>, span: Span, medium: Medium) {
    let line = places.line(span);
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
    link.text(&places.words(span));
}

/// The same for a line of the version before, which is not in the editor: `data-former-start` and `data-former-end`.
pub(super) fn former_line_link(html: &mut Html, files: &Files, span: Span, medium: Medium) {
    let words = format!("{} before", Places::among(files).words(span));
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
    let places = Places::of(analysis);
    for span in spans {
        let line = places.line(*span);
        if !seen.contains(&line) {
            seen.push(line);
            line_link(html, places, *span, medium);
        }
    }
}
