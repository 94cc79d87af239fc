//! Search: the nodes that a text means, by name, kind, variable or host. Values of variables are not searched: a host
//! in one is a node of its own.

use super::network::{Network, NodeRef};
use super::node::NetNode;
use crate::model::{Blueprint, Resource};
use crate::platform::{Kind, ONRENDER_SUFFIX};

/// The nodes that hold `text` in their name, their kind in either spelling, the name of a variable, or a host of theirs.
/// In order; letters count the same in either case. An empty text finds nothing.
pub fn find(blueprint: &Blueprint, network: &Network, text: &str) -> Vec<NodeRef> {
    let wanted = folded(text.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let holds = |text: &str| folded(text).contains(&wanted);
    let found = network.nodes().filter(|(_, node)| {
        let resource = node.resource.map(|resource| blueprint.resource(resource));
        of_node(node, &holds) || resource.is_some_and(|resource| of_resource(resource, &holds))
    });
    found.map(|(node, _)| node).collect()
}

/// In small letters, each by itself: a word's end, which some alphabets mark, may lie behind what was asked for.
fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

fn of_node(node: &NetNode, holds: &dyn Fn(&str) -> bool) -> bool {
    holds(&node.name)
        || holds(node.kind_id())
        || node.resource_kind().map(Kind::words).is_some_and(holds)
}

fn of_resource(resource: &Resource, holds: &dyn Fn(&str) -> bool) -> bool {
    let public = resource.kind.kind().is_some_and(Kind::has_public_name)
        && holds(&format!("{}{ONRENDER_SUFFIX}", resource.label()));
    let domains = resource.domains.value();
    public
        || domains.is_some_and(|domains| domains.iter().any(|(domain, _)| holds(domain)))
        || resource.env_vars.iter().any(|variable| variable.key.text().is_some_and(holds))
}

#[cfg(test)]
mod tests {
    use crate::analysis::Analysis;

    const TEXT: &str = "services:
  - type: web
    name: api
    runtime: node
    domains: [shop.example.com]
    envVars:
      - {key: AUTH_HOST, fromService: {name: auth, type: pserv, property: host}}
      - {key: LEDGER, value: 'mysql://ledger.example.org:3306/books'}
      - {key: WORD, value: hunter2}
  - {type: pserv, name: auth, runtime: node}
databases: [{name: orders}]
";

    fn found(text: &str) -> Vec<String> {
        let analysis = Analysis::new(TEXT);
        let network = analysis.network();
        let found = super::find(analysis.blueprint(), network, text);
        found.into_iter().map(|node| network.node(node).id.clone()).collect()
    }

    #[test]
    fn names_kinds_variables_and_hosts_are_found() {
        assert_eq!(found("AUTH"), ["web:api", "pserv:auth"]);
        assert_eq!(found("postgres"), ["postgres:orders"]);
        assert_eq!(found("private service"), ["pserv:auth"]);
        assert_eq!(found("auth_host"), ["web:api"]);
        assert_eq!(found("shop.example"), ["web:api"]);
        assert_eq!(found("api.onrender.com"), ["web:api"]);
        assert_eq!(found("ledger.example"), ["external:ledger.example.org"]);
    }

    #[test]
    fn nothing_and_other_values_are_not() {
        assert!(found("  ").is_empty());
        assert!(found("hunter2").is_empty());
        assert!(found("nowhere").is_empty());
    }
}
