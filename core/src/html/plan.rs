//! The plan: what the next sync does, the heaviest first, each consequence with its lines in both versions.

use super::line_link::{Medium, Places, former_line_link, line_link};
use super::severity_mark::severity_mark;
use crate::diagnostics::Severity;
use crate::markup::Html;
use crate::plan::{Consequence, Entry, Plan, headline};
use crate::text::{LineIndex, Span};
use crate::wording::sentence::sentence;

/// Lines that one entry names, at most.
const MOST_LINES: usize = 6;

/// The plan in one sentence, after the mark of its severity: the worst of it, or that nothing needs a look.
pub fn plan_sentence(plan: &Plan) -> Html {
    let mut html = Html::new();
    let Some(line) = headline(plan) else {
        html.text(if plan.is_empty() {
            "The next sync changes nothing"
        } else {
            "Nothing of it needs a look"
        });
        return html;
    };
    severity_mark(&mut html, plan.severity().unwrap_or(Severity::Info));
    // The mark takes the place of the sign, which some fonts do not have.
    html.text(" ").prose(line.trim_start_matches(|sign: char| !sign.is_ascii()).trim_start());
    html
}

/// The consequences by severity, with the lines of both versions that `base` and `head` count.
pub fn plan(plan: &Plan, base: &LineIndex, head: &LineIndex, medium: Medium) -> Html {
    let mut html = Html::new();
    let entries = plan.entries();
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let of_severity: Vec<&Entry<'_>> =
            entries.iter().filter(|entry| entry.first().severity == severity).collect();
        if of_severity.is_empty() {
            continue;
        }
        html.element("h3").class("plan-title").content(|html| {
            html.text(title(severity)).text(" ");
            html.element("span").class("plan-count").text(&format!("({})", of_severity.len()));
        });
        html.element("ol").class("plan").content(|html| {
            for entry in of_severity {
                item(html, entry, (base, head), medium);
            }
        });
    }
    html
}

/// What a severity asks of whoever merges.
fn title(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Stop and decide",
        Severity::Warning => "Look at this",
        Severity::Info => "For your information",
    }
}

fn item(html: &mut Html, entry: &Entry<'_>, lines: (&LineIndex, &LineIndex), medium: Medium) {
    let first = entry.first();
    let item = html
        .element("li")
        .class("consequence")
        .attribute("data-consequence", first.id)
        .attribute("data-class", first.class.id())
        .attribute("data-severity", first.severity.id())
        .attribute("data-part", &first.part.id);
    item.content(|html| {
        html.element("h4").content(|html| {
            severity_mark(html, first.severity);
            html.element("span").class("consequence-class").text(first.class.words());
            html.text(" ").name(&first.part.name);
        });
        html.element("p").content(|html| {
            html.prose(&sentence(&entry.text));
        });
        if !entry.about.is_empty() {
            html.element("p").class("consequence-about").content(|html| {
                html.text("About ");
                for (at, name) in entry.about.iter().enumerate() {
                    html.text(if at > 0 { ", " } else { "" }).element("code").text(name);
                }
                html.text(".");
            });
        }
        if let Some(advice) = entry.advice {
            html.element("p").class("consequence-advice").content(|html| {
                html.text("\u{2192} ").prose(&sentence(advice));
            });
        }
        html.element("p").class("consequence-source").content(|html| {
            html.text(first.certainty.words()).text(" (").text(first.id).text(")");
            places(
                html,
                lines.1,
                &entry.consequences,
                |one| one.head,
                |html, lines, span| {
                    line_link(html, Places::alone(lines), span, medium);
                },
            );
            places(
                html,
                lines.0,
                &entry.consequences,
                |one| one.base,
                |html, lines, span| {
                    former_line_link(html, lines, span, medium);
                },
            );
        });
    });
}

/// Adds a link for each line of one version, each once; of many, the first.
fn places(
    html: &mut Html,
    lines: &LineIndex,
    consequences: &[&Consequence],
    side: impl Fn(&Consequence) -> Option<Span>,
    link: impl Fn(&mut Html, &LineIndex, Span),
) {
    let mut seen: Vec<usize> = Vec::new();
    for span in consequences.iter().filter_map(|one| side(one)) {
        let line = lines.line_of(span.start());
        if seen.len() < MOST_LINES && !seen.contains(&line) {
            seen.push(line);
            link(html, lines, span);
        }
    }
}
