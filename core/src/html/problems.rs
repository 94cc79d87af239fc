//! The findings as a list.

use super::escape::{push_attribute, push_prose};
use super::exposure::sentence;
use super::place::{Medium, push_line};
use crate::analysis::Analysis;

/// Every finding, in source order; a sentence where there is none.
pub fn problems(analysis: &Analysis, medium: Medium) -> String {
    if analysis.diagnostics().is_empty() {
        return "<p class=\"view-empty\">No problem found.</p>".to_owned();
    }
    let mut out = String::from("<ol class=\"problem-list\">");
    for (index, finding) in analysis.diagnostics().iter().enumerate() {
        out.push_str("<li class=\"problem\"");
        push_attribute(&mut out, "data-problem", &index.to_string());
        push_attribute(&mut out, "data-rule", finding.rule);
        push_attribute(&mut out, "data-severity", finding.severity.id());
        out.push_str("><p class=\"problem-message\"><span class=\"severity-word\">");
        out.push_str(finding.severity.id());
        out.push_str("</span> ");
        push_prose(&mut out, &sentence(&finding.message));
        push_line(&mut out, analysis, finding.span, medium);
        out.push_str(" <code class=\"problem-rule\">");
        out.push_str(finding.rule);
        out.push_str("</code></p><p class=\"problem-help\">");
        push_prose(&mut out, &sentence(&finding.help));
        out.push_str("</p>");
        if !finding.related.is_empty() {
            out.push_str("<ul class=\"problem-related\">");
            for related in &finding.related {
                out.push_str("<li>");
                push_prose(&mut out, &sentence(&related.message));
                push_line(&mut out, analysis, related.span, medium);
                out.push_str("</li>");
            }
            out.push_str("</ul>");
        }
        out.push_str("</li>");
    }
    out.push_str("</ol>");
    out
}
