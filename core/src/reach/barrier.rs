//! What separates resources, in a form that a picture can mark: the border of a region, the frame of an isolated
//! environment, a resource that cannot take part.

use crate::graph::{Answer, NetNode, Network, NodeRef, Placement, Reach, Reason};
use crate::model::{Blueprint, EnvironmentId, Scope};

/// Where traffic ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// The border of a private network that is not the node's own.
    Region(Placement),
    /// The frame of an isolated environment.
    Environment(EnvironmentId, Placement),
    /// A resource that cannot open or receive the connection, wherever the other one is.
    Resource(NodeRef),
}

/// A barrier with the resources that it makes unreachable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blockage {
    /// Where it is.
    pub barrier: Barrier,
    /// Why.
    pub reason: Reason,
    /// The resources that are unreachable because of it, in source order.
    pub nodes: Vec<NodeRef>,
}

/// The direction of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The resources that the node can call.
    From,
    /// The resources that can call the node.
    To,
}

/// Every other declared resource with the answer for a private connection from `node` to it, or from it to `node`.
pub fn around(
    blueprint: &Blueprint,
    network: &Network,
    node: NodeRef,
    direction: Direction,
) -> Vec<(NodeRef, Reach)> {
    let here = network.node(node);
    let others = network.nodes().filter(|(other, data)| *other != node && data.is_declared());
    others
        .map(|(other, data)| {
            let (from, to) = ends(here, data, direction);
            (other, Reach::private(blueprint, from, to))
        })
        .collect()
}

/// Every barrier between `node` and the resources that it cannot reach, or that cannot reach it. Each has every reason
/// for the *no*, in the order of the first resource that it makes unreachable.
pub fn barriers(
    blueprint: &Blueprint,
    network: &Network,
    node: NodeRef,
    direction: Direction,
) -> Vec<Blockage> {
    let mut held: Vec<Blockage> = Vec::new();
    let here = network.node(node);
    for (other, reach) in around(blueprint, network, node, direction) {
        let there = network.node(other);
        let (caller, callee) = match direction {
            Direction::From => (node, other),
            Direction::To => (other, node),
        };
        let mut hold = |barrier: Barrier, reason: Reason| match held
            .iter_mut()
            .find(|held| (held.barrier, held.reason) == (barrier, reason))
        {
            Some(held) => held.nodes.push(other),
            None => held.push(Blockage { barrier, reason, nodes: vec![other] }),
        };
        for reason in reach.reasons {
            match reason {
                Reason::DifferentRegion => hold(Barrier::Region(there.placement), reason),
                Reason::IsolatedEnvironment => {
                    for end in [there, here] {
                        if let Some(environment) = isolated(blueprint, end) {
                            hold(Barrier::Environment(environment, end.placement), reason);
                        }
                    }
                }
                Reason::SenderNotOnNetwork | Reason::SenderCannotSend => {
                    hold(Barrier::Resource(caller), reason);
                }
                Reason::ReceiverCannotReceive | Reason::ReceiverFreeWeb => {
                    hold(Barrier::Resource(callee), reason);
                }
                Reason::SameRegion
                | Reason::OutsideFile
                | Reason::UnknownRegion
                | Reason::UnknownKind
                | Reason::UnknownPlan
                | Reason::UnknownIsolation => debug_assert!(reason.answer() != Answer::No),
            }
        }
    }
    held
}

fn ends<'a>(here: &'a NetNode, there: &'a NetNode, way: Direction) -> (&'a NetNode, &'a NetNode) {
    match way {
        Direction::From => (here, there),
        Direction::To => (there, here),
    }
}

/// The isolated environment of a node.
fn isolated(blueprint: &Blueprint, node: &NetNode) -> Option<EnvironmentId> {
    node.environment.filter(|environment| blueprint.is_isolated(Scope::Environment(*environment)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;

    const TEXT: &str = "projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: enabled}
        services:
          - {type: web, name: api, runtime: node, plan: starter}
          - {type: pserv, name: auth, runtime: node}
services:
  - {type: worker, name: jobs, runtime: node}
  - {type: pserv, name: far, runtime: node, region: frankfurt}
  - {type: web, name: site, runtime: static}
";

    /// Barriers as `place: reason: who is kept out`.
    fn told(node: &str, direction: Direction) -> Vec<String> {
        let analysis = Analysis::new(TEXT);
        let (blueprint, network) = (analysis.blueprint(), analysis.network());
        let node = network.find(node).unwrap();
        let name = |node: &NodeRef| network.node(*node).name.clone();
        barriers(blueprint, network, node, direction)
            .iter()
            .map(|held| {
                let place = match held.barrier {
                    Barrier::Region(placement) => placement.lane_id().unwrap(),
                    Barrier::Environment(environment, _) => {
                        blueprint.environment_label(environment)
                    }
                    Barrier::Resource(node) => name(&node),
                };
                let out: Vec<String> = held.nodes.iter().map(name).collect();
                format!("{place}: {}: {}", held.reason.id(), out.join(" "))
            })
            .collect()
    }

    #[test]
    fn every_boundary_on_the_way_is_named_with_what_it_keeps_out() {
        assert_eq!(
            told("pserv:auth", Direction::From),
            [
                "jobs: receiver-cannot-receive: jobs",
                "shop/production: isolated-environment: jobs far site",
                "region:frankfurt: different-region: far",
                "site: receiver-cannot-receive: site",
            ]
        );
        assert_eq!(
            told("pserv:auth", Direction::To),
            [
                "shop/production: isolated-environment: jobs far site",
                "region:frankfurt: different-region: far",
                "site: sender-not-on-network: site",
            ]
        );
    }

    #[test]
    fn a_node_that_takes_no_part_is_its_own_barrier() {
        let told = told("worker:jobs", Direction::To);
        assert!(
            told.contains(&"jobs: receiver-cannot-receive: api auth far site".to_owned()),
            "{told:?}"
        );
    }

    #[test]
    fn whoever_is_out_of_reach_stands_behind_a_barrier_and_nobody_else() {
        let analysis = Analysis::new(TEXT);
        let (blueprint, network) = (analysis.blueprint(), analysis.network());
        for (node, _) in network.nodes().filter(|(_, node)| node.is_declared()) {
            for direction in [Direction::From, Direction::To] {
                let held = barriers(blueprint, network, node, direction);
                for (other, reach) in around(blueprint, network, node, direction) {
                    let kept = held.iter().any(|held| held.nodes.contains(&other));
                    assert_eq!(kept, reach.answer == Answer::No);
                }
            }
        }
    }
}
