//! The words of a finding, the same in the list and on a card.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::html::push_prose;

/// Appends severity, message and help of a finding as HTML.
pub(crate) fn push_finding_text(out: &mut String, severity: Severity, message: &str, help: &str) {
    out.push_str("<span class=\"problem-message\"><span class=\"severity-word\">");
    out.push_str(severity.id());
    out.push_str("</span> ");
    push_prose(out, message);
    out.push_str("</span><span class=\"problem-help\">");
    push_prose(out, help);
    out.push_str("</span>");
}
