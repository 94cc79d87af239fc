//! Every way in from the internet, why it is open, and what stands behind it.

use super::Question;
use super::hops::{Along, hops};
use crate::facts::Kind;
use crate::graph::{Exposure, NodeRef};
use crate::model::{Field, Resource};

/// A way in from the internet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// The resource.
    pub node: NodeRef,
    /// How open it is.
    pub exposure: Exposure,
    /// Why, in words: lower case, no full stop.
    pub why: String,
    /// What can be reached from it over private wiring that is not blocked, nearest first.
    pub behind: Vec<NodeRef>,
}

/// Every door, in source order.
pub fn doors(question: Question<'_>) -> Vec<Door> {
    let Question { blueprint, network, .. } = question;
    network
        .nodes()
        .filter(|(_, node)| node.exposure.is_door())
        .filter_map(|(node, data)| {
            let resource = blueprint.resource(data.resource?);
            Some(Door {
                node,
                exposure: data.exposure,
                why: why(resource, data.exposure),
                behind: hops(question, node, Along::Wired).concat(),
            })
        })
        .collect()
}

fn why(resource: &Resource, exposure: Exposure) -> String {
    let ranges = match &resource.ip_allow_list {
        Field::Present(list) => list.value.len(),
        Field::Absent | Field::Malformed(_) => 0,
    };
    let kind = resource.kind.kind();
    match (kind, exposure) {
        (_, Exposure::PublicLimited) => {
            format!(
                "its allow list lets {ranges} {} in",
                if ranges == 1 { "range" } else { "ranges" }
            )
        }
        (Some(Kind::Postgres), _) if resource.ip_allow_list.is_absent() => {
            "it has no allow list, so every address may connect".to_owned()
        }
        (Some(kind), _) if kind.is_datastore() => {
            "its allow list holds 0.0.0.0/0, which is every address".to_owned()
        }
        (Some(kind), _) => format!("it is {}, which has a public URL", kind.a_words()),
        (None, _) => "it has a public URL".to_owned(),
    }
}
