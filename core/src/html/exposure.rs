//! The exposure review: every way in from the internet, why it is open, what is behind it, and how to close it.

use std::collections::BTreeMap;

use super::line_link::{Medium, Places, line_link};
use crate::analysis::Analysis;
use crate::graph::{NodeRef, Zone};
use crate::markup::Html;
use crate::platform::Kind;
use crate::reach::{EntryPoint, Zones, close, entry_points, near};
use crate::wording::exposure::{NOTHING_OPEN, open_to};
use crate::wording::sentence::{capitalised, sentence};

/// Names in a row, at most.
const NAMED: usize = 12;
/// So many names are not said twice.
const LONG: usize = 4;
/// How many resources are followed behind all entry points together, about; behind each, at least [`LEAST`].
const FOLLOWED: usize = 100_000;
const LEAST: usize = 50;

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
        let mut behind = Behind {
            analysis,
            zones: Zones::new(analysis.blueprint(), analysis.network()),
            told: BTreeMap::new(),
            most: (FOLLOWED / entry_points.len()).max(LEAST),
        };
        for (index, entry_point) in entry_points.iter().enumerate() {
            item(html, &mut behind, (index, entry_point), medium);
        }
    });
    html
}

fn item(
    html: &mut Html,
    behind: &mut Behind<'_>,
    (index, entry_point): (usize, &EntryPoint),
    medium: Medium,
) {
    let analysis = behind.analysis;
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
            behind.wired(html, entry_point.node);
        }
        behind.touched(html, entry_point.node);
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

/// Tells what is behind the entry points, one after the other.
struct Behind<'a> {
    analysis: &'a Analysis,
    zones: Zones,
    /// The zones of which it is said already what could be touched in them, each with the entry point there.
    told: BTreeMap<Zone, NodeRef>,
    /// So many resources behind one entry point are followed.
    most: usize,
}

impl Behind<'_> {
    /// What references lead to, hop by hop.
    fn wired(&self, html: &mut Html, node: NodeRef) {
        let (levels, is_all) = near(self.analysis.network(), node, self.most);
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
                names(html, self.analysis, level.iter());
                match at {
                    0 => html.text(" in one hop"),
                    _ => html.text(" in ").number(at + 1),
                };
            }
            html.text(if is_all { "." } else { "; what is behind those is not followed." });
        });
    }

    /// What somebody who breaks in here could touch, wired or not: all of the zone, in one hop. Names that another entry
    /// point has told are not told again.
    fn touched(&mut self, html: &mut Html, node: NodeRef) {
        let analysis = self.analysis;
        let network = analysis.network();
        let Some((zone, receivers)) = self.zones.entered_by(analysis.blueprint(), network, node)
        else {
            return;
        };
        let is_among = receivers.binary_search(&node).is_ok();
        let others = receivers.len() - usize::from(is_among);
        if others == 0 {
            return;
        }
        let before = self.told.get(&zone).filter(|_| is_among && others >= LONG);
        html.element("p").class("entry-point-behind").content(|html| {
            html.text("An attacker here could open a private connection to ");
            match before {
                Some(before) => {
                    html.text("anything in the same network of ").number(receivers.len());
                    html.text(" resources as at ").name(&network.node(*before).name);
                }
                None => names(html, analysis, receivers.iter().filter(|other| **other != node)),
            }
            html.text(".");
        });
        if is_among && before.is_none() {
            self.told.insert(zone, node);
        }
    }
}

/// Names in a row; of a long row, the first of them and how many there are.
fn names<'a>(html: &mut Html, analysis: &Analysis, nodes: impl Iterator<Item = &'a NodeRef>) {
    let mut nodes = nodes.peekable();
    let mut at = 0;
    while at < NAMED
        && let Some(node) = nodes.next()
    {
        if at > 0 {
            html.text(", ");
        }
        let node = analysis.network().node(*node);
        html.element("span").attribute("data-behind", &node.id).content(|html| {
            html.name(&node.name);
        });
        at += 1;
    }
    if nodes.peek().is_some() {
        html.text(" and ").number(nodes.count()).text(" more");
    }
}
