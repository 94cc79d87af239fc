//! What a large picture draws as boxes by itself, so that it can be taken in at a glance: resources that are wired alike;
//! where those are too many, whole environments or lanes, if that is far less to take in; otherwise resources of one kind
//! and place, or of one role, whichever is enough. O(n log n + m log m) for each of them.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::{Likeness, alike, box_id};
use super::places::places;
use super::view_filter::ViewFilter;
use crate::diagnostics::Diagnostic;
use crate::graph::{EdgeClass, Network, NodeRef, Placement};
use crate::layout::Room;
use crate::model::Blueprint;

/// A picture of at most so many resources is drawn in full, where its room has so much for each, in square CSS pixels.
const MOST_IN_FULL: (usize, f64) = (40, 8_000.0);
/// A larger one is folded until it has at most so many boxes, likewise: those are joined by more lines.
const MOST_BOXES: (usize, f64) = (20, 16_000.0);
/// A picture fills no more of a room than these shapes, as width by height and as height by width.
const WIDEST: f64 = 1.4;
const HIGHEST: f64 = 2.8;
/// More nodes that are only named than this are one box.
const MOST_NAMED: usize = 4;
/// With fewer places than this, boxes for what is in each of them say more than boxes for the places.
const FEWEST_PLACES: usize = 4;
/// A place with fewer resources than this stays open.
const SMALLEST_PLACE: usize = 3;

/// The ids of the boxes that a picture of `network` is folded into, so that names can be read in the room; none for a
/// small one.
pub fn folds(
    blueprint: &Blueprint,
    network: &Network,
    diagnostics: &[Diagnostic],
    room: Room,
) -> BTreeSet<String> {
    let declared = network.nodes().filter(|(_, node)| node.is_declared()).count();
    let most = most_in(room, MOST_BOXES);
    if declared <= most_in(room, MOST_IN_FULL) {
        return BTreeSet::new();
    }
    let mut boxes =
        by_likeness(network, diagnostics, &[Likeness::Wiring, Likeness::Neighbours], most);
    if boxes.drawn(declared) > most {
        boxes = by_likeness(network, diagnostics, &[Likeness::Kind, Likeness::Role], most);
        let whole = by_place(blueprint, network);
        let enough = whole.0.len() >= FEWEST_PLACES && whole.drawn(declared) <= most;
        if enough && 2 * whole.weight(network, declared) <= boxes.weight(network, declared) {
            boxes = whole;
        } else if boxes.drawn(declared) > most {
            boxes = by_likeness(network, diagnostics, &[Likeness::Lane], most);
            if enough && boxes.drawn(declared) > most {
                boxes = whole;
            }
        }
    }
    let mut ids: BTreeSet<String> = boxes.0.into_iter().map(|(id, _)| id).collect();
    let named = network.nodes().filter(|(_, node)| node.placement == Placement::Elsewhere).count();
    if named > MOST_NAMED {
        ids.extend(Placement::Elsewhere.lane_id());
    }
    ids
}

/// How many things a room is large enough for: at most so many, each of which takes so much of it.
fn most_in(room: Room, (most, each): (usize, f64)) -> usize {
    let width = room.width.min(WIDEST * room.height);
    let area = width * room.height.min(HIGHEST * room.width);
    most.min((area / each) as usize)
}

/// A filter with those boxes, where it leaves them to the size of `network`. Who looks at one node and its neighbours sees
/// them all.
#[must_use]
pub fn with_folds(
    blueprint: &Blueprint,
    network: &Network,
    diagnostics: &[Diagnostic],
    filter: &ViewFilter,
    room: Room,
) -> ViewFilter {
    let focused = filter.focus.as_deref().is_some_and(|id| network.find(id).is_some());
    if filter.folded.is_some() || focused {
        return filter.clone();
    }
    let folds = folds(blueprint, network, diagnostics, room);
    ViewFilter { folded: (!folds.is_empty()).then_some(folds), ..filter.clone() }
}

/// Boxes by their ids, each with the resources that it stands for.
struct Boxes(Vec<(String, Vec<NodeRef>)>);

impl Boxes {
    /// How many boxes and resources of their own are drawn, of so many resources.
    fn drawn(&self, declared: usize) -> usize {
        declared - self.0.iter().map(|(_, members)| members.len() - 1).sum::<usize>()
    }

    /// How much there is to take in: what is drawn, and the lines between.
    fn weight(&self, network: &Network, declared: usize) -> usize {
        let mut of_node: BTreeMap<NodeRef, usize> = BTreeMap::new();
        for (index, (_, members)) in self.0.iter().enumerate() {
            of_node.extend(members.iter().map(|&node| (node, index)));
        }
        let end = |node: NodeRef| of_node.get(&node).map_or((node.0, false), |&at| (at, true));
        let traffic = network
            .edges()
            .filter(|(.., edge)| !matches!(edge.class, EdgeClass::Ingress | EdgeClass::Config));
        let ends = traffic.map(|(_, from, to, _)| (end(from), end(to)));
        let lines: BTreeSet<_> = ends.filter(|(from, to)| from != to).collect();
        self.drawn(declared) + lines.len()
    }
}

/// Resources alike as boxes: by the first likeness that is enough, else by the last.
fn by_likeness(
    network: &Network,
    diagnostics: &[Diagnostic],
    tried: &[Likeness],
    most: usize,
) -> Boxes {
    let declared = network.nodes().filter(|(_, node)| node.is_declared()).count();
    let mut boxes = Boxes(Vec::new());
    for &likeness in tried {
        let groups = alike(network, diagnostics, likeness).into_iter();
        let large = groups.filter(|group| group.len() >= likeness.least());
        let named = large.map(|group| (box_id(likeness, network.node(group[0])), group));
        boxes = Boxes(named.collect());
        if boxes.drawn(declared) <= most {
            break;
        }
    }
    boxes
}

/// Whole environments or lanes as boxes.
fn by_place(blueprint: &Blueprint, network: &Network) -> Boxes {
    let places = places(blueprint, network).into_iter();
    Boxes(places.filter(|(_, members)| members.len() >= SMALLEST_PLACE).collect())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::analysis::Analysis;

    fn folded(count: usize, region: impl Fn(usize) -> &'static str) -> BTreeSet<String> {
        let mut text = String::from("services:\n");
        for at in 0..count {
            let kind = ["web", "pserv", "worker", "cron"][at % 4];
            let _ = writeln!(
                text,
                "  - {{type: {kind}, name: s-{at}, runtime: docker, region: {}}}",
                region(at)
            );
        }
        let analysis = Analysis::new(&text);
        folds(analysis.blueprint(), analysis.network(), analysis.diagnostics(), Room::default())
    }

    #[test]
    fn a_small_picture_stays_as_it_is() {
        assert!(folded(40, |_| "oregon").is_empty());
    }

    #[test]
    fn a_large_one_becomes_a_few_boxes() {
        let ids = folded(44, |_| "oregon");
        assert!(ids.iter().all(|id| id.starts_with("alike:wiring:")), "{ids:?}");
        assert!(ids.len() <= MOST_BOXES.0);
        let regions = ["oregon", "ohio", "virginia", "frankfurt", "singapore"];
        let ids = folded(200, |at| regions[at / 4 % 5]);
        assert!(ids.len() <= MOST_BOXES.0, "{ids:?}");
    }

    /// Environments of a web service, three private services and a database, each calling the next; `extra` workers more.
    fn environments(count: usize, extra: usize) -> BTreeSet<String> {
        let mut text = String::from("projects:\n  - name: shop\n    environments:\n");
        for at in 0..count {
            let _ = writeln!(text, "      - name: e{at}\n        services:");
            for service in 0..4 {
                let kind = if service == 0 { "web" } else { "pserv" };
                let next = match service {
                    3 => format!("fromDatabase: {{name: db{at}, property: connectionString}}"),
                    _ => format!(
                        "fromService: {{name: s{at}-{}, type: pserv, property: hostport}}",
                        service + 1
                    ),
                };
                let _ = writeln!(
                    text,
                    "          - {{type: {kind}, name: s{at}-{service}, runtime: docker, envVars: [{{key: A, {next}}}]}}"
                );
            }
            for worker in 0..extra {
                let _ = writeln!(
                    text,
                    "          - {{type: worker, name: w{at}-{worker}, runtime: docker}}"
                );
            }
            let _ = writeln!(text, "        databases: [{{name: db{at}}}]");
        }
        let analysis = Analysis::new(&text);
        folds(analysis.blueprint(), analysis.network(), analysis.diagnostics(), Room::default())
    }

    #[test]
    fn many_environments_are_a_box_each() {
        let ids = environments(10, 3);
        assert_eq!(ids.len(), 10);
        assert!(ids.contains("env:shop/e3@region:oregon"), "{ids:?}");
        assert_eq!(environments(16, 0).len(), 16);
    }

    #[test]
    fn of_few_environments_the_roles_are_shown() {
        let ids = environments(3, 12);
        assert!(ids.iter().all(|id| id.starts_with("alike:")), "{ids:?}");
    }

    #[test]
    fn many_lanes_are_a_box_each() {
        let regions = ["oregon", "ohio", "virginia", "frankfurt", "singapore"];
        let mut text = String::from("services:\n");
        for at in 0..100 {
            let (kind, region) = (["web", "pserv", "worker", "cron"][at / 5 % 4], regions[at % 5]);
            let to = if at % 3 == 0 { at } else { at / 2 / 5 * 5 + at % 5 };
            let _ = writeln!(
                text,
                "  - {{type: {kind}, name: s{at}, runtime: docker, region: {region}, envVars: [{{key: A, fromService: {{name: s{to}, type: pserv, property: hostport}}}}]}}"
            );
        }
        let analysis = Analysis::new(&text);
        let ids = folds(
            analysis.blueprint(),
            analysis.network(),
            analysis.diagnostics(),
            Room::default(),
        );
        let lanes: BTreeSet<String> =
            regions.iter().map(|region| format!("region:{region}")).collect();
        assert_eq!(ids, lanes);
    }
}
