//! The exposure review: every way in from the internet, why it is open, what is behind it, and how to close it.

use std::collections::BTreeSet;

use super::line_link::{Medium, Places, line_link};
use crate::analysis::Analysis;
use crate::graph::NodeRef;
use crate::markup::Html;
use crate::platform::Kind;
use crate::reach::{Along, EntryPoint, close, entry_points, hops};
use crate::wording::exposure::{NOTHING_OPEN, open_to};
use crate::wording::sentence::{capitalised, sentence};

/// Names in a row, at most.
const NAMED: usize = 12;
/// So many names are not said twice.
const LONG: usize = 4;

/// The entry points as a list, in source order; a sentence if there is none. `data-fix` holds the index of an entry point
/// among all entry points; what closes it is [`close`].
pub fn exposure(analysis: &Analysis, medium: Medium) -> Html {
    let mut html = Html::new();
    let entry_points = entry_points(analysis.question());
    if entry_points.is_empty() {
        html.element("p").class("view-empty").text(NOTHING_OPEN);
        return html;
    }
    html.element("ol").class("entry-points").attribute("data-testid", "doors").content(|html| {
        let mut told = Vec::new();
        for (index, entry_point) in entry_points.iter().enumerate() {
            item(html, analysis, (index, entry_point), medium, &mut told);
        }
    });
    html
}

fn item(
    html: &mut Html,
    analysis: &Analysis,
    (index, entry_point): (usize, &EntryPoint),
    medium: Medium,
    told: &mut Vec<Told>,
) {
    let question = analysis.question();
    let node = analysis.network().node(entry_point.node);
    let item = html
        .element("li")
        .class("entry-point")
        .attribute("data-door", &node.id)
        .attribute("data-exposure", entry_point.exposure.id())
        .attribute("data-kind", node.kind_id());
    item.content(|html| {
        html.element("h3").content(|html| {
            html.name(&node.name).text(" ");
            let kind = node.resource_kind().map_or("unknown kind", Kind::words);
            html.element("span").class("entry-point-kind").text(kind);
            html.text(" ");
            html.element("span").class("entry-point-width").text(open_to(entry_point.exposure));
        });
        html.element("p").content(|html| {
            html.prose(&sentence(&entry_point.why));
            if let Some(span) = node.span {
                line_link(html, Places::of(analysis), span, medium);
            }
        });
        // A datastore opens no connections: nothing can be behind it.
        if node.resource_kind().is_none_or(Kind::sends) {
            behind(html, analysis, &hops(question, entry_point.node, Along::Wired));
        }
        let possible = hops(question, entry_point.node, Along::Possible);
        touched(html, analysis, entry_point.node, &possible, told);
        if let Some(remedy) = close(question, entry_point.node) {
            html.element("p").class("entry-point-fix").content(|html| {
                if medium == Medium::Page {
                    fix_button(html, index, &remedy.title);
                    html.text(" ");
                } else {
                    html.text("To ").prose(&remedy.title).text(": ");
                }
                html.element("code").text("ipAllowList: []");
            });
        }
    });
}

/// Adds the button that applies the edit number `index`.
pub(super) fn fix_button(html: &mut Html, index: usize, title: &str) {
    let button = html.element("button").attribute("type", "button").class("button fix");
    button.number("data-fix", index).content(|html| {
        html.prose(&capitalised(title));
    });
}

/// What is behind an entry point, hop by hop.
fn behind(html: &mut Html, analysis: &Analysis, levels: &[Vec<NodeRef>]) {
    html.element("p").class("entry-point-behind").content(|html| {
        if levels.is_empty() {
            html.text("It leads to nothing else.");
            return;
        }
        html.text("Leads to: ");
        for (at, level) in levels.iter().enumerate() {
            if at > 0 {
                html.text("; ");
            }
            names(html, analysis, level);
            match at {
                0 => html.text(" in one hop"),
                _ => html.text(" in ").number(at + 1),
            };
        }
        html.text(".");
    });
}

/// An entry point of which the list has said already what could be touched from it: that, and itself.
struct Told {
    entry_point: NodeRef,
    all: BTreeSet<NodeRef>,
}

/// What somebody who breaks in here could touch, wired or not. Names that another entry point has told are not told
/// again.
fn touched(
    html: &mut Html,
    analysis: &Analysis,
    node: NodeRef,
    levels: &[Vec<NodeRef>],
    told: &mut Vec<Told>,
) {
    let Some((first, others)) = levels.split_first() else { return };
    let all: BTreeSet<NodeRef> = first.iter().copied().chain([node]).collect();
    let before = told.iter().find(|told| told.all == all && first.len() >= LONG);
    html.element("p").class("entry-point-behind").content(|html| {
        html.text("An attacker here could open a private connection to ");
        match before {
            Some(before) => {
                html.text("anything in the same network of ").number(all.len());
                html.text(" resources as at ")
                    .name(&analysis.network().node(before.entry_point).name);
            }
            None => names(html, analysis, first),
        }
        let further: usize = others.iter().map(Vec::len).sum();
        if further > 0 {
            html.text(", and from there to ").number(further).text(" more");
        }
        html.text(".");
    });
    if before.is_none() {
        told.push(Told { entry_point: node, all });
    }
}

/// Names in a row; of a long row, the first of them and how many there are.
fn names(html: &mut Html, analysis: &Analysis, nodes: &[NodeRef]) {
    for (at, node) in nodes.iter().take(NAMED).enumerate() {
        if at > 0 {
            html.text(", ");
        }
        let node = analysis.network().node(*node);
        html.element("span").attribute("data-behind", &node.id).content(|html| {
            html.name(&node.name);
        });
    }
    if nodes.len() > NAMED {
        html.text(" and ").number(nodes.len() - NAMED).text(" more");
    }
}
