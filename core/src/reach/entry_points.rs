//! Every entry point from the internet, and why it is open.

use super::query::ReachQuery;
use crate::graph::{Exposure, NodeRef};
use crate::model::Resource;
use crate::platform::Kind;

/// An entry point: a resource that is open to the internet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryPoint {
    /// The resource.
    pub node: NodeRef,
    /// How open it is.
    pub exposure: Exposure,
    /// Why, in words: lower case, no full stop.
    pub why: String,
}

/// Every entry point, in source order.
pub fn entry_points(question: ReachQuery<'_>) -> Vec<EntryPoint> {
    entry_points_among(question, |_| true)
}

/// Every entry point that is wanted, in source order.
pub fn entry_points_among(
    question: ReachQuery<'_>,
    is_wanted: impl Fn(NodeRef) -> bool,
) -> Vec<EntryPoint> {
    let ReachQuery { blueprint, network, .. } = question;
    network
        .nodes()
        .filter(|(node, data)| data.exposure.is_entry_point() && is_wanted(*node))
        .filter_map(|(node, data)| {
            let resource = blueprint.resource(data.resource?);
            let exposure = data.exposure;
            Some(EntryPoint { node, exposure, why: why(resource, exposure) })
        })
        .collect()
}

/// Maximum number of names and ranges in a list.
const NAMED: usize = 5;

fn why(resource: &Resource, exposure: Exposure) -> String {
    let kind = resource.kind.kind();
    match kind {
        Some(kind) if kind.is_datastore() && exposure == Exposure::PublicLimited => {
            format!("its allow list lets {} in", ranges(resource))
        }
        Some(Kind::Postgres) if resource.ip_allow_list.is_absent() => {
            "it has no allow list, so every address may connect".to_owned()
        }
        Some(kind) if kind.is_datastore() => {
            "its allow list contains 0.0.0.0/0, which is every address".to_owned()
        }
        _ => public_names(resource, exposure),
    }
}

/// The public names of a web service or static site, and who may use them.
fn public_names(resource: &Resource, exposure: Exposure) -> String {
    let what = resource.kind.kind().map_or("a resource", Kind::a_words);
    let domains: Vec<String> = resource
        .domains
        .value()
        .into_iter()
        .flatten()
        .map(|(name, _)| format!("`{name}`"))
        .collect();
    let no_subdomain = resource.render_subdomain_policy.text() == Some("disabled");
    let mut out = match (domains.is_empty(), no_subdomain) {
        (true, _) => format!("it is {what}, which has a public URL"),
        (false, false) => {
            format!("it is {what}, which has a public URL and is served at {}", row(&domains))
        }
        (false, true) => {
            format!("it is {what}, served at {}; its onrender.com URL is disabled", row(&domains))
        }
    };
    if resource.settings.boolean("maintenanceMode.enabled") == Some(true) {
        out.push_str("; it is in maintenance mode and answers the public with 503");
    }
    if exposure == Exposure::PublicLimited {
        out.push_str(", but its allow list lets only ");
        out.push_str(&ranges(resource));
        out.push_str(" in");
    }
    out
}

/// The ranges of an allow list.
fn ranges(resource: &Resource) -> String {
    let rules = resource.ip_allow_list.value().into_iter().flatten();
    let ranges: Vec<String> = rules
        .filter_map(|rule| rule.source.as_ref())
        .map(|(source, _)| format!("`{source}`"))
        .collect();
    if ranges.is_empty() { "nobody".to_owned() } else { row(&ranges) }
}

/// `a, b, c`; of a long list, the first items and how many more there are.
fn row(names: &[String]) -> String {
    let shown = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
