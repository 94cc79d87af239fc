//! Variables and routes to wires, in the order of the text.

use std::collections::BTreeSet;

use super::copies::Copies;
use super::read_variable::Reader;
use super::routes::routes;
use super::wire::Wire;
use crate::model::Blueprint;

/// Every wire of the file: consumers in source order, their variables in source order, those of linked groups where
/// the link is.
pub(super) fn wires(blueprint: &Blueprint, text: &str) -> Vec<Wire> {
    let mut out = Vec::new();
    let copies = Copies::new(blueprint, text);
    for consumer in &blueprint.resources {
        let scope = consumer.scope;
        let own: BTreeSet<&str> =
            consumer.env_vars.iter().filter_map(|var| var.key.text()).collect();
        let read = |var| Reader { blueprint, text, consumer, scope, var, held_as: var };
        for var in &consumer.env_vars {
            let reader = read(var);
            reader.references(&mut out);
            copies.follow(consumer, var, &mut out);
            reader.literals(&mut out);
            let group = var.from_group.text().and_then(|name| blueprint.find_group(name, scope));
            if let Some(group) = group {
                // A service's own variable wins over a group's (DOC:environment-variables).
                let vars = blueprint.groups[group.0].env_vars.iter();
                for var in vars.filter(|var| var.key.text().is_none_or(|key| !own.contains(key))) {
                    read(var).literals(&mut out);
                }
            }
        }
        routes(blueprint, text, consumer, &mut out);
    }
    out
}
