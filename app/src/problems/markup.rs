//! The rows of the list as HTML text.

use blueprint_lens_core::html::{push_attribute, push_prose, push_text};

use super::rows::Row;
use crate::ui::push_severity_mark;

/// What stands in the row of a problem. The button that leads to the text comes first; the fix says what it does.
pub(super) fn problem(row: &Row) -> String {
    let mut out = String::from("<button type=\"button\" class=\"problem-text\">");
    push_severity_mark(&mut out, row.severity);
    push_row_text(&mut out, row);
    out.push_str("<span class=\"problem-line\">line ");
    out.push_str(&row.line.to_string());
    out.push_str("</span></button><span class=\"problem-ways\"><a class=\"rule-link\"");
    push_attribute(&mut out, "href", &format!("rules/{}.html", row.rule));
    out.push_str(" target=\"_blank\" rel=\"noopener\">");
    push_text(&mut out, row.rule);
    out.push_str("</a>");
    if let Some((_, title, look)) = &row.fix {
        let hint = if *look {
            "Changes what is deployed: review it before you push"
        } else {
            "Keeps your intent"
        };
        out.push_str("<button type=\"button\" class=\"button fix\"");
        push_attribute(&mut out, "title", hint);
        out.push_str("><span class=\"unseen\">Fix: </span>");
        push_prose(&mut out, title);
        out.push_str("</button>");
    }
    out.push_str("</span>");
    out
}

/// Severity, message and reason of a problem.
pub(crate) fn push_row_text(out: &mut String, row: &Row) {
    out.push_str("<span class=\"problem-message\"><span class=\"severity-word\">");
    out.push_str(row.severity.id());
    out.push_str("</span> ");
    push_prose(out, &row.message);
    out.push_str("</span><span class=\"problem-help\">");
    push_prose(out, &row.help);
    out.push_str("</span>");
}

/// What shows or hides the repetitions of a rule.
pub(super) fn fold(rule: &str, more: usize, is_open: bool) -> String {
    let mut out = String::from("<button type=\"button\"");
    push_attribute(&mut out, "aria-expanded", if is_open { "true" } else { "false" });
    out.push('>');
    if is_open {
        out.push_str("Fewer like this");
    } else {
        out.push_str(&format!("{more} more like this"));
    }
    out.push_str("<span class=\"unseen\"> of ");
    push_text(&mut out, rule);
    out.push_str("</span></button>");
    out
}
