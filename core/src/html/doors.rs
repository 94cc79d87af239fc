//! The exposure review: every way in from the internet, why it is open, who stands behind it, and how to close it.

use super::escape::{push_attribute, push_name, push_prose, push_text};
use super::place::{Medium, push_line};
use crate::analysis::Analysis;
use crate::graph::{Exposure, NodeRef};
use crate::reach::{close, doors as all_doors};

/// The doors as a list, in source order; a sentence where there is none. `data-fix` holds the index of a door among all
/// doors; what closes it is [`close`].
pub fn doors(analysis: &Analysis, medium: Medium) -> String {
    let question = analysis.question();
    let doors = all_doors(question);
    if doors.is_empty() {
        return "<p class=\"view-empty\">Nothing is open to the internet.</p>".to_owned();
    }
    let network = analysis.network();
    let mut out = String::from("<ol class=\"doors\" data-testid=\"doors\">");
    for (index, door) in doors.iter().enumerate() {
        let node = network.node(door.node);
        out.push_str("<li class=\"door\"");
        push_attribute(&mut out, "data-door", &node.id);
        push_attribute(&mut out, "data-exposure", door.exposure.id());
        out.push_str("><h3>");
        push_name(&mut out, &node.name);
        out.push_str(" <span class=\"door-kind\">");
        push_text(&mut out, node.resource_kind().map_or("unknown kind", |kind| kind.words()));
        out.push_str("</span> <span class=\"door-width\">");
        out.push_str(if door.exposure == Exposure::Public {
            "open to everybody"
        } else {
            "open to a list"
        });
        out.push_str("</span></h3><p>");
        push_prose(&mut out, &sentence(&door.why));
        if let Some(span) = node.span {
            push_line(&mut out, analysis, span, medium);
        }
        out.push_str("</p>");
        behind(&mut out, analysis, &door.behind);
        if let Some(remedy) = close(question, door.node) {
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

fn behind(out: &mut String, analysis: &Analysis, behind: &[NodeRef]) {
    if behind.is_empty() {
        out.push_str("<p class=\"door-behind\">Nothing is wired behind it.</p>");
        return;
    }
    out.push_str("<p class=\"door-behind\">Behind it: ");
    for (at, node) in behind.iter().enumerate() {
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
    out.push_str("</p>");
}

/// With a capital and a full stop.
pub(super) fn sentence(text: &str) -> String {
    sentence_start(text) + "."
}

/// With a capital; a name in backticks keeps its form.
pub(super) fn sentence_start(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
