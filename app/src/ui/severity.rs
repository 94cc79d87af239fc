//! The mark of a severity: told apart by shape, repeated by colour.

use blueprint_lens_core::diagnostics::Severity;

/// Appends the mark as decoration; the word stands beside it.
pub(crate) fn push_severity_mark(out: &mut String, severity: Severity) {
    let (body, sign) = match severity {
        Severity::Error => (
            "M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2z",
            "M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8",
        ),
        Severity::Warning => ("M8 1.8l6.7 12H1.3z", "M8 6.2v3.6M8 11.8v.2"),
        Severity::Info => ("M8 1.4L14.6 8 8 14.6 1.4 8z", "M8 7.6v3M8 5.3v.2"),
    };
    out.push_str("<svg class=\"severity-mark\" data-severity=\"");
    out.push_str(severity.id());
    out.push_str("\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\"><path class=\"mark-body\" d=\"");
    out.push_str(body);
    out.push_str("\"></path><path class=\"mark-sign\" d=\"");
    out.push_str(sign);
    out.push_str("\"></path></svg>");
}
