//! The card of one finding: how bad it is, what is wrong, why it matters, where, and what removes it. The list of the
//! page, the reports and the element all show this one.

use super::line_link::{Medium, Places, line_link};
use super::severity_mark::severity_mark;
use crate::diagnostics::{Diagnostic, Fix, Safety, Severity};
use crate::markup::Html;
use crate::wording::rule_page::rule_page;
use crate::wording::sentence::sentence;

/// Adds the card, to be read beside the text with these places. In the page, all of it but the fix and the link to the rule is one button; in a document, it also says
/// what else in the file explains the finding.
pub fn finding(html: &mut Html, places: Places<'_>, finding: &Diagnostic, medium: Medium) {
    match medium {
        Medium::Page => {
            html.element("button").attribute("type", "button").class("problem-text").content(
                |html| {
                    severity_mark(html, finding.severity);
                    finding_text(html, finding.severity, &finding.message, &finding.help);
                    let line = places.words(finding.span);
                    html.element("span").class("problem-line").text(&line);
                },
            );
            html.element("span").class("problem-actions").content(|html| actions(html, finding));
        }
        Medium::Document => {
            message(html, "p", finding.severity, &sentence(&finding.message), |html| {
                line_link(html, places, finding.span, medium);
                rule_link(html, finding.rule);
            });
            help(html, "p", &sentence(&finding.help));
            related(html, places, finding, medium);
        }
    }
}

/// Adds the words of a finding alone: severity, message and help.
pub fn finding_text(html: &mut Html, severity: Severity, text: &str, why: &str) {
    message(html, "span", severity, text, |_| ());
    help(html, "span", why);
}

fn message(
    html: &mut Html,
    element: &'static str,
    severity: Severity,
    text: &str,
    after: impl FnOnce(&mut Html),
) {
    html.element(element).class("problem-message").content(|html| {
        html.element("span").class("severity-word").text(severity.id());
        html.text(" ").prose(text);
        after(html);
    });
}

fn help(html: &mut Html, element: &'static str, text: &str) {
    html.element(element).class("problem-help").content(|html| {
        html.prose(text);
    });
}

/// The code of a rule, as a link to its page.
fn rule_link(html: &mut Html, code: &str) {
    let link =
        html.text(" ").element("a").class("problem-rule").attribute("href", &rule_page(code));
    link.attribute("target", "_blank").attribute("rel", "noreferrer").content(|html| {
        html.element("code").text(code);
    });
}

/// The page of the rule, and the first fix that can be applied.
fn actions(html: &mut Html, finding: &Diagnostic) {
    let link = html.element("a").class("rule-link");
    let link = link.attribute("href", &format!("rules/{}.html", finding.rule));
    link.attribute("target", "_blank").attribute("rel", "noopener").text(finding.rule);
    if let Some((_, fix)) = finding.applicable_fix() {
        let button = html.element("button").attribute("type", "button").class("button fix");
        button.attribute("title", hint(fix)).content(|html| {
            html.element("span").class("unseen").text("Fix: ");
            html.prose(&fix.title);
        });
    }
}

/// What to know before a fix is applied.
fn hint(fix: &Fix) -> &'static str {
    if fix.safety == Safety::Unsafe {
        "Changes what is deployed: review it before you push"
    } else {
        "Keeps your intent"
    }
}

fn related(html: &mut Html, places: Places<'_>, finding: &Diagnostic, medium: Medium) {
    if finding.related.is_empty() {
        return;
    }
    html.element("ul").class("problem-related").content(|html| {
        for related in &finding.related {
            html.element("li").content(|html| {
                html.prose(&sentence(&related.message));
                line_link(html, places, related.span, medium);
            });
        }
    });
}
