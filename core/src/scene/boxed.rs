//! What the box of several resources says.

use std::collections::BTreeMap;

use super::caption::{errors, joined};
use crate::diagnostics::Diagnostic;
use crate::graph::{Common, NetNode, NodeKind};
use crate::layout::NODE_TEXT_SIZE;
use crate::text::{Weight, measure, shorten};
use crate::wording::count::count;

/// The largest size in which the page writes the name of a box, and what is left and right of it.
const FAR_SIZE: f64 = 34.0;
const FAR_PAD: f64 = 26.0;
/// A wider box has that name in two lines of a size less, and is as high as those.
const WIDEST_LINE: f64 = 288.0;
const TWO_LINES: f64 = 64.0;
/// More names than this fit into no box, and how wide they may make one.
const MOST_NAMED: usize = 8;
const WIDEST_NAMES: f64 = 130.0;

/// The second line of the box of resources alike: what is wrong with them, otherwise what they are or their names.
pub(super) fn second_line(
    node: &NetNode,
    common: Common,
    findings: Option<&Vec<&Diagnostic>>,
    representatives: &BTreeMap<String, String>,
) -> String {
    match (findings.map_or(0, |found| errors(found)), common) {
        (0, Common::Public) => "web services and sites".to_owned(),
        (0, Common::Private) => "services and jobs".to_owned(),
        (0, _) => {
            let inside = representatives.iter().filter(|(_, drawn)| **drawn == node.id);
            let names = inside.filter_map(|(member, _)| Some(member.split_once(':')?.1));
            let names = names.take(MOST_NAMED).collect::<Vec<_>>().join(", ");
            shorten(&names, NODE_TEXT_SIZE, Weight::Regular, WIDEST_NAMES)
        }
        (errors, _) => count(errors, "error"),
    }
}

/// Whether a node is the box of a lane or of an environment.
pub(super) fn is_place(node: &NetNode) -> bool {
    place_size(node).is_some()
}

/// How many resources the box of a lane or of an environment stands for; `None` for any other node.
pub(super) fn place_size(node: &NetNode) -> Option<usize> {
    match node.kind {
        NodeKind::Folded { common: Common::Place, members, .. } => Some(members),
        _ => None,
    }
}

/// Wordings of the second line of the box of a place, from the fullest to the shortest: how much it holds, how much of that
/// is wrong, open to the internet, data.
pub(super) fn place_lines(
    (members, public, data): (usize, usize, usize),
    findings: Option<&Vec<&Diagnostic>>,
) -> Vec<String> {
    let errors = findings.map_or(0, |found| errors(found));
    let numbered = [(public, "public"), (data, "data")].into_iter();
    let numbered = numbered.filter(|(number, _)| *number > 0);
    let wrong = (errors > 0).then(|| count(errors, "error"));
    let parts = std::iter::once(count(members, "resource")).chain(wrong);
    joined(
        &parts.chain(numbered.map(|(number, what)| format!("{number} {what}"))).collect::<Vec<_>>(),
    )
}

/// How wide a node has to be for its name to be read from far away: only boxes need that.
pub(super) fn far_width(node: &NetNode) -> f64 {
    match node.kind {
        NodeKind::Folded { .. } => measure(&node.name, FAR_SIZE, Weight::Semibold) + FAR_PAD,
        _ => 0.0,
    }
}

/// How high a node has to be for the same.
pub(super) fn far_height(node: &NetNode) -> f64 {
    if far_width(node) > WIDEST_LINE { TWO_LINES } else { 0.0 }
}
