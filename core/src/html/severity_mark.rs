//! The mark of a severity: recognisable by its shape, with a colour to repeat it.

use crate::diagnostics::Severity;
use crate::markup::Html;

/// Adds the mark as decoration; the word is next to it.
pub fn severity_mark(html: &mut Html, severity: Severity) {
    let (body, sign) = match severity {
        Severity::Error => (
            "M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2z",
            "M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8",
        ),
        Severity::Warning => ("M8 1.8l6.7 12H1.3z", "M8 6.2v3.6M8 11.8v.2"),
        Severity::Info => ("M8 1.4L14.6 8 8 14.6 1.4 8z", "M8 7.6v3M8 5.3v.2"),
    };
    let svg = html
        .element("svg")
        .class("severity-mark")
        .attribute("data-severity", severity.id())
        .attribute("viewBox", "0 0 16 16")
        .attribute("aria-hidden", "true")
        .attribute("focusable", "false");
    svg.content(|html| {
        html.element("path").class("mark-body").attribute("d", body).text("");
        html.element("path").class("mark-sign").attribute("d", sign).text("");
    });
}
