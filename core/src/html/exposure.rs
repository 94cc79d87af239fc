//! The exposure review: every way in from the internet, why it is open, who stands behind it, and how to close it.

use std::fmt::Write as _;

use super::escape::{push_attribute, push_name, push_prose, push_text};
use super::place::{Medium, push_line};
use crate::analysis::Analysis;
use crate::graph::{Exposure, NodeRef};
use crate::reach::{Along, close, entry_points, hops};

/// Names in a row, at most.
const NAMED: usize = 12;

/// The entry points as a list, in source order; a sentence where there is none. `data-fix` holds the index of an entry point among all
/// entry points; what closes it is [`close`].
pub fn exposure(analysis: &Analysis, medium: Medium) -> String {
    let question = analysis.question();
    let entry_points = entry_points(question);
    if entry_points.is_empty() {
        return "<p class=\"view-empty\">Nothing is open to the internet.</p>".to_owned();
    }
    let network = analysis.network();
    let mut out = String::from("<ol class=\"doors\" data-testid=\"doors\">");
    for (index, entry_point) in entry_points.iter().enumerate() {
        let node = network.node(entry_point.node);
        out.push_str("<li class=\"door\"");
        push_attribute(&mut out, "data-door", &node.id);
        push_attribute(&mut out, "data-exposure", entry_point.exposure.id());
        push_attribute(&mut out, "data-kind", node.kind_id());
        out.push_str("><h3>");
        push_name(&mut out, &node.name);
        out.push_str(" <span class=\"door-kind\">");
        push_text(&mut out, node.resource_kind().map_or("unknown kind", |kind| kind.words()));
        out.push_str("</span> <span class=\"door-width\">");
        out.push_str(if entry_point.exposure == Exposure::Public {
            "open to everybody"
        } else {
            "open to a list"
        });
        out.push_str("</span></h3><p>");
        push_prose(&mut out, &sentence(&entry_point.why));
        if let Some(span) = node.span {
            push_line(&mut out, analysis, span, medium);
        }
        out.push_str("</p>");
        // A datastore opens no connections: nothing can stand behind it.
        if node.resource_kind().is_none_or(crate::platform::Kind::sends) {
            behind(&mut out, analysis, &hops(question, entry_point.node, Along::Wired));
        }
        touched(&mut out, analysis, &hops(question, entry_point.node, Along::Possible));
        if let Some(remedy) = close(question, entry_point.node) {
            if medium == Medium::Page {
                out.push_str("<p class=\"door-ways\"><button type=\"button\" class=\"button fix\" data-fix=\"");
                out.push_str(&index.to_string());
                out.push_str("\">");
                push_prose(&mut out, &sentence_start(&remedy.title));
                out.push_str("</button> <code>ipAllowList: []</code></p>");
            } else {
                out.push_str("<p class=\"door-ways\">To ");
                push_prose(&mut out, &remedy.title);
                out.push_str(": <code>ipAllowList: []</code></p>");
            }
        }
        out.push_str("</li>");
    }
    out.push_str("</ol>");
    out
}

/// What stands behind an entry point, hop by hop.
fn behind(out: &mut String, analysis: &Analysis, levels: &[Vec<NodeRef>]) {
    if levels.is_empty() {
        out.push_str("<p class=\"door-behind\">Nothing is wired behind it.</p>");
        return;
    }
    out.push_str("<p class=\"door-behind\">Wired behind it: ");
    for (at, level) in levels.iter().enumerate() {
        if at > 0 {
            out.push_str("; ");
        }
        names(out, analysis, level);
        let _ = match at {
            0 => write!(out, " in one hop"),
            _ => write!(out, " in {}", at + 1),
        };
    }
    out.push_str(".</p>");
}

/// What somebody who breaks in here could touch, wired or not.
fn touched(out: &mut String, analysis: &Analysis, levels: &[Vec<NodeRef>]) {
    let Some(first) = levels.first() else { return };
    out.push_str(
        "<p class=\"door-behind\">Whoever breaks in here could open a private connection to ",
    );
    names(out, analysis, first);
    let further: usize = levels[1..].iter().map(Vec::len).sum();
    if further > 0 {
        let _ = write!(out, ", and from there to {further} more");
    }
    out.push_str(".</p>");
}

/// Names in a row; of a long row, the first of them and how many there are.
fn names(out: &mut String, analysis: &Analysis, nodes: &[NodeRef]) {
    for (at, node) in nodes.iter().take(NAMED).enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        let node = analysis.network().node(*node);
        out.push_str("<span");
        push_attribute(out, "data-behind", &node.id);
        out.push('>');
        push_name(out, &node.name);
        out.push_str("</span>");
    }
    if nodes.len() > NAMED {
        let _ = write!(out, " and {} more", nodes.len() - NAMED);
    }
}

/// With a capital and a full stop.
pub(super) fn sentence(text: &str) -> String {
    sentence_start(text) + "."
}

/// With a capital; a name in backticks keeps its form.
pub(super) fn sentence_start(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
