//! Alike resources: those of one kind, place and exposure that are wired alike (colour refinement, Weisfeiler and Leman).

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Severity};
use crate::graph::{Common, NetNode, Network, NodeRef};
use crate::platform::Kind;

/// Before the id of the first of several alike resources, in the id of the box that stands for them.
const PREFIX: &str = "alike";
/// How often colours are refined at most: no real network needs more.
const ROUNDS: usize = 6;

/// How much alike resources have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Role and lane: public, private, data.
    Lane,
    /// Role, lane and environment.
    Role,
    /// Kind, lane, environment, exposure and the worst finding.
    Kind,
    /// Also the kinds that they are joined to, and how.
    Neighbours,
    /// Also what those are joined to, and so on.
    Wiring,
}

impl Likeness {
    /// Every one, the closest first.
    pub(super) const ALL: [Self; 5] =
        [Self::Wiring, Self::Neighbours, Self::Kind, Self::Role, Self::Lane];

    /// What resources of a kind have in common with those they are alike.
    pub(super) fn common(self, kind: Option<Kind>) -> Common {
        match (self, kind) {
            (Self::Lane | Self::Role, Some(kind)) => Common::role_of(kind),
            (Self::Lane | Self::Role, None) => Common::Private,
            (_, Some(kind)) => Common::Kind(kind),
            (_, None) => Common::Place,
        }
    }

    /// Fewer resources alike than this stay apart.
    pub(super) fn least(self) -> usize {
        match self {
            Self::Lane | Self::Role => 2,
            Self::Kind | Self::Neighbours | Self::Wiring => 3,
        }
    }

    fn rounds(self) -> usize {
        match self {
            Self::Lane | Self::Role | Self::Kind => 0,
            Self::Neighbours => 1,
            Self::Wiring => ROUNDS,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Lane => "lane",
            Self::Role => "role",
            Self::Kind => "kind",
            Self::Neighbours => "neighbours",
            Self::Wiring => "wiring",
        }
    }
}

/// The id of the box that stands for resources alike, of which `first` is the first.
pub(super) fn box_id(likeness: Likeness, first: &NetNode) -> String {
    format!("{PREFIX}:{}:{}", likeness.word(), first.id)
}

/// What the id of such a box says: how alike they are, and the id of the first of them.
pub(super) fn read_box_id(id: &str) -> Option<(Likeness, &str)> {
    let (likeness, first) = id.strip_prefix(PREFIX)?.strip_prefix(':')?.split_once(':')?;
    let likeness = Likeness::ALL.into_iter().find(|known| known.word() == likeness)?;
    Some((likeness, first))
}

/// Declared resources that are alike, in source order, in the order of their first ones; those that are alone too.
pub(super) fn alike(
    network: &Network,
    diagnostics: &[Diagnostic],
    likeness: Likeness,
) -> Vec<Vec<NodeRef>> {
    let mut worst: BTreeMap<&str, Severity> = BTreeMap::new();
    for finding in diagnostics.iter().filter(|finding| finding.severity > Severity::Info) {
        for id in finding.subject.node.iter().chain(&finding.subject.also) {
            let worst = worst.entry(id).or_insert(finding.severity);
            *worst = (*worst).max(finding.severity);
        }
    }
    let first = network.nodes().map(|(_, node)| {
        let environment = node.environment.filter(|_| likeness != Likeness::Lane);
        let common = likeness.common(node.resource_kind());
        let closer = (likeness >= Likeness::Kind)
            .then(|| (node.kind_id(), node.exposure.id(), worst.get(node.id.as_str()).copied()));
        (node.is_declared(), node.lane.as_deref(), environment, common, closer)
    });
    let mut colours = numbered(first.collect());
    for _ in 0..likeness.rounds() {
        let refined = numbered(refined(network, &colours));
        if refined.iter().max() == colours.iter().max() {
            break;
        }
        colours = refined;
    }
    let mut groups: Vec<Vec<NodeRef>> = Vec::new();
    let mut of_colour: BTreeMap<usize, usize> = BTreeMap::new();
    for (handle, _) in network.nodes().filter(|(_, node)| node.is_declared()) {
        let colour = colours[handle.0];
        let group = *of_colour.entry(colour).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(handle),
            None => groups.push(vec![handle]),
        }
    }
    groups
}

/// What a node is joined to: which way, how, and the colour at the other end.
type Join = (bool, &'static str, &'static str, usize);

/// The colours of nodes with those of what they are joined to.
fn refined(network: &Network, colours: &[usize]) -> Vec<(usize, Vec<Join>)> {
    let mut joins: Vec<Vec<Join>> = vec![Vec::new(); colours.len()];
    for (_, from, to, edge) in network.edges() {
        let (class, verdict) = (edge.class.id(), edge.verdict.id());
        joins[from.0].push((true, class, verdict, colours[to.0]));
        joins[to.0].push((false, class, verdict, colours[from.0]));
    }
    colours
        .iter()
        .zip(joins)
        .map(|(&colour, mut joins)| {
            crate::sort::ascending(&mut joins);
            joins.dedup();
            (colour, joins)
        })
        .collect()
}

/// Numbers for values, the same for equal ones, in the order of their first appearance.
fn numbered<T: Ord>(values: Vec<T>) -> Vec<usize> {
    let mut known: BTreeMap<T, usize> = BTreeMap::new();
    values
        .into_iter()
        .map(|value| {
            let next = known.len();
            *known.entry(value).or_insert(next)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::analysis::Analysis;

    fn shops() -> Analysis {
        let mut text = String::from("services:\n");
        for at in 0..4 {
            let db = if at == 3 { "other".to_owned() } else { format!("db-{at}") };
            let _ = writeln!(
                text,
                "  - {{type: pserv, name: shop-{at}, runtime: docker, envVars: [{{key: D, fromDatabase: {{name: {db}, property: connectionString}}}}]}}"
            );
        }
        text.push_str("  - {type: worker, name: jobs, runtime: docker, envVars: [{key: D, fromDatabase: {name: other, property: connectionString}}]}\n");
        text.push_str("databases: [{name: db-0}, {name: db-1}, {name: db-2}, {name: other}]\n");
        Analysis::new(&text)
    }

    fn names(likeness: Likeness) -> Vec<Vec<String>> {
        let analysis = shops();
        let network = analysis.network();
        let groups = alike(network, &[], likeness);
        let name = |&node: &NodeRef| network.node(node).name.clone();
        groups.iter().map(|group| group.iter().map(name).collect()).collect()
    }

    #[test]
    fn resources_with_the_same_wiring_are_alike() {
        let wiring = names(Likeness::Wiring);
        assert!(wiring.contains(&["shop-0", "shop-1", "shop-2"].map(str::to_owned).to_vec()));
        assert!(wiring.contains(&["db-0", "db-1", "db-2"].map(str::to_owned).to_vec()));
        assert!(wiring.contains(&vec!["shop-3".to_owned()]), "its database has another caller");
        let kind = names(Likeness::Kind);
        assert_eq!(kind.len(), 3, "{kind:?}");
    }

    #[test]
    fn a_box_says_what_it_stands_for() {
        let analysis = shops();
        let node = analysis.network().node(NodeRef(0));
        let id = box_id(Likeness::Wiring, node);
        assert_eq!(read_box_id(&id), Some((Likeness::Wiring, "pserv:shop-0")));
        assert_eq!(read_box_id("region:oregon"), None);
        assert_eq!(read_box_id("alike:much:web:a"), None);
    }
}
