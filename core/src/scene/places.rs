//! Places: the environments of a network in their lanes, and the lanes around what stands in no environment. Each may be
//! drawn as one box.

use std::collections::BTreeMap;

use super::frame::frame_id;
use crate::graph::{Network, NodeRef, Placement};
use crate::model::Blueprint;

/// Declared resources by the place that they stand in, in the order of its first one; those that stand outside of all
/// environments where there are some, and static sites, are in none.
pub(super) fn places(blueprint: &Blueprint, network: &Network) -> Vec<(String, Vec<NodeRef>)> {
    let has_environments = network.nodes().any(|(_, node)| node.environment.is_some());
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut places: Vec<(String, Vec<NodeRef>)> = Vec::new();
    for (handle, node) in network.nodes().filter(|(_, node)| node.is_declared()) {
        let id = match has_environments {
            true => frame_id(blueprint, node),
            false if node.placement == Placement::Edge => None,
            false => node.lane.clone(),
        };
        let Some(id) = id else { continue };
        let place = *known.entry(id.clone()).or_insert(places.len());
        match places.get_mut(place) {
            Some((_, members)) => members.push(handle),
            None => places.push((id, vec![handle])),
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;

    fn ids(text: &str) -> Vec<(String, usize)> {
        let analysis = Analysis::new(text);
        let found = places(analysis.blueprint(), analysis.network());
        found.into_iter().map(|(id, members)| (id, members.len())).collect()
    }

    #[test]
    fn environments_are_places_and_without_them_lanes_are() {
        let service = |name: &str, region: &str| {
            format!("{{type: worker, name: {name}, runtime: node, region: {region}}}")
        };
        let (a, b, c) = (service("a", "oregon"), service("b", "oregon"), service("c", "ohio"));
        let lanes = ids(&format!("services: [{a}, {b}, {c}]\n"));
        assert_eq!(lanes, [("region:oregon".to_owned(), 2), ("region:ohio".to_owned(), 1)]);
        let projects = ids(&format!(
            "services: [{a}]\nprojects: [{{name: p, environments: [{{name: e, services: [{b}, {c}]}}]}}]\n"
        ));
        let place = |id: &str| (id.to_owned(), 1);
        assert_eq!(projects, [place("env:p/e@region:oregon"), place("env:p/e@region:ohio")]);
    }
}
