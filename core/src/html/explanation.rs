//! One connection explained: the answer, every reason with its lines, the edit that would change it, the debug list,
//! and the commands that watch both ends.

use super::command::commands;
use super::exposure::fix_button;
use super::line_link::{Medium, Places, line_link, line_links};
use crate::analysis::Analysis;
use crate::graph::{Answer, Exposure, NodeKind, NodeRef};
use crate::markup::Html;
use crate::reach::{Checklist, Outcome, Pair, checklist, close, entry_points_among, pair};
use crate::wording::exposure::why_not_open;
use crate::wording::reach;
use crate::wording::sentence::sentence;

/// The explanation of a cell of the matrix; from the internet, that of an entry point. The edit to apply has
/// `data-fix="0"`: the remedy of the pair, or what closes the entry point.
pub fn explanation(analysis: &Analysis, from: NodeRef, to: NodeRef, medium: Medium) -> Html {
    let (caller, callee) = (analysis.network().node(from), analysis.network().node(to));
    let mut html = Html::new();
    let article = html
        .element("article")
        .class("explanation")
        .attribute("data-from", &caller.id)
        .attribute("data-to", &callee.id);
    article.content(|html| {
        html.element("h3").content(|html| {
            html.name(&caller.name).text(" ");
            html.element("span").attribute("aria-hidden", "true").text("→");
            html.element("span").class("unseen").text("to");
            html.text(" ").name(&callee.name);
        });
        if caller.kind == NodeKind::Internet {
            from_internet(html, analysis, to, medium);
        } else {
            private(html, analysis, &pair(analysis.question(), from, to), medium);
        }
    });
    html
}

fn private(html: &mut Html, analysis: &Analysis, pair: &Pair, medium: Medium) {
    let network = analysis.network();
    verdict(html, pair.answer, |html| {
        html.name(&network.node(pair.from).name);
        html.text(" ").text(reach::between_names(pair.answer)).text(" ");
        html.name(&network.node(pair.to).name).text(reach::and_wiring(pair.answer, pair.wired));
    });
    html.element("ul").class("reasons").content(|html| {
        for reason in &pair.reasons {
            let item = html
                .element("li")
                .attribute("data-code", reason.reason.id())
                .attribute("data-answer", reason.reason.answer().id());
            item.content(|html| {
                html.prose(&sentence(&reason.text));
                line_links(html, analysis, &reason.spans, medium);
            });
        }
    });
    if let Some(remedy) = &pair.remedy {
        fix(html, &remedy.title, medium);
    }
    debug_list(html, analysis, &checklist(analysis.question(), pair), medium);
}

fn from_internet(html: &mut Html, analysis: &Analysis, to: NodeRef, medium: Medium) {
    let question = analysis.question();
    let node = analysis.network().node(to);
    let entry_point = entry_points_among(question, |node| node == to).pop();
    let Some(entry_point) = entry_point else {
        let unknown = node.exposure == Exposure::Unknown;
        verdict(html, if unknown { Answer::Unknown } else { Answer::No }, |html| {
            html.text(why_not_open(node.exposure));
        });
        return;
    };
    verdict(html, Answer::Yes, |html| {
        html.prose(&sentence(&entry_point.why));
        if let Some(span) = node.span {
            line_link(html, Places::of(analysis), span, medium);
        }
    });
    if let Some(remedy) = close(question, to) {
        fix(html, &remedy.title, medium);
    }
}

/// The paragraph of the answer.
fn verdict(html: &mut Html, answer: Answer, why: impl FnOnce(&mut Html)) {
    html.element("p").class("verdict").attribute("data-private", answer.id()).content(|html| {
        html.element("strong").content(|html| {
            html.text(reach::answer(answer)).text(".");
        });
        html.text(" ");
        why(html);
    });
}

fn fix(html: &mut Html, title: &str, medium: Medium) {
    html.element("p").class("remedy").content(|html| match medium {
        Medium::Page => fix_button(html, 0, title),
        Medium::Document => {
            html.text("To change that: ").prose(title).text(".");
        }
    });
}

fn debug_list(html: &mut Html, analysis: &Analysis, list: &Checklist, medium: Medium) {
    html.element("h4").text("Debug this connection");
    html.element("ul").class("checklist").content(|html| {
        for check in &list.checks {
            let (sign, word) = match check.outcome {
                Outcome::Ok => ("✓", "ok"),
                Outcome::Wrong => ("✕", "wrong"),
                Outcome::Look => ("?", "look it up"),
            };
            html.element("li").attribute("data-outcome", check.outcome.id()).content(|html| {
                let decoration = html.element("span").class("check-sign");
                decoration.attribute("aria-hidden", "true").text(sign);
                html.text(" ").element("strong").text(check.question);
                html.text(" ").element("span").class("check-word").text(word);
                html.text(": ").prose(&check.text);
                if let Some(span) = check.span {
                    line_link(html, Places::of(analysis), span, medium);
                }
            });
        }
    });
    if list.commands.is_empty() {
        return;
    }
    html.element("p").text(
        "Watch both ends with Render’s command line. If it asks for ids, use those that the first \
         command shows.",
    );
    commands(html, &list.commands, medium);
}
