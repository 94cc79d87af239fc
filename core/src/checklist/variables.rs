//! Variables that need a hand: what Render asks for, and what it does not ask for.

use std::collections::BTreeMap;

use super::comments::Comments;
use super::stage::Stage;
use super::step::{Phase, Step};
use crate::conventions::{is_browser_facing, names_origin, names_secret, purpose_of_key};
use crate::diff::group_id;
use crate::graph::{Resolution, resolve_service};
use crate::model::Blueprint;
use crate::plan::{Class, Consequence};
use crate::text::Span;

pub(super) fn steps(stage: &Stage<'_>, comments: &Comments<'_>) -> Vec<Step> {
    let copies = copies(stage);
    let links = links(stage);
    let entries = entries(stage.head.blueprint());
    let steps = stage.consequences.iter().filter_map(|one| {
        let entry = one.head.and_then(|key| entries.get(&key.start()));
        let words = entry.and_then(|entry| comments.about(*entry));
        step(one, &copies, &links, words.as_deref())
    });
    steps.collect()
}

/// The whole entries of variables by the starts of their keys.
fn entries(blueprint: &Blueprint) -> BTreeMap<usize, Span> {
    let resources = blueprint.resources.iter().flat_map(|one| &one.env_vars);
    let vars = resources.chain(blueprint.groups.iter().flat_map(|one| &one.env_vars));
    vars.filter_map(|var| Some((var.key.span()?.start(), var.span))).collect()
}

/// Whether a variable of that key most likely holds a public address.
pub(super) fn holds_address(key: &str) -> bool {
    (names_origin(key) || is_browser_facing(key)) && !names_secret(key) && !key.ends_with("_KEY")
}

/// Who copies a variable, by the id of its service and its key.
type Copies = BTreeMap<(String, String), Vec<String>>;

/// Who links a group, by the id of the group.
type Links = BTreeMap<String, Vec<String>>;

fn step(one: &Consequence, copies: &Copies, links: &Links, words: Option<&str>) -> Option<Step> {
    let phase = match one.class {
        Class::Prompt => Phase::Asked,
        Class::SetByHand => Phase::ByHand,
        _ => return None,
    };
    let key = one.variable()?;
    let (node, name) = (&one.part.id, &one.part.name);
    let is_group = one.part.kind == "group";
    let mut text = match (phase, is_group) {
        (Phase::Asked, _) => format!("`{key}` of `{name}`"),
        (_, true) => format!("set `{key}` of the group `{name}` in the Dashboard"),
        (_, false) => format!("set `{key}` of `{name}` in the Dashboard"),
    };
    if let Some(purpose) = purpose_of_key(key) {
        text.push_str(&format!(": {purpose}"));
    }
    if let Some(words) = words {
        text.push_str(&format!("; the file says {words}"));
    }
    if holds_address(key) {
        text.push_str("; if it is an address of a service that this sync creates, enter a stand-in and correct it after the first deploy");
    }
    let copied = copies.get(&(node.clone(), key.to_owned()));
    if let Some(users) = copied.or_else(|| links.get(node)) {
        let verb = match (is_group, users.len()) {
            (true, 1) => "gets",
            (true, _) => "get",
            (false, 1) => "copies",
            (false, _) => "copy",
        };
        text.push_str(&format!("; {} {verb} it, too", users.join(", ")));
    }
    let step = Step::new(phase, node.clone(), text).at(one.head);
    Some(Step { variable: Some(key.to_owned()), ..step })
}

fn copies(stage: &Stage<'_>) -> Copies {
    let network = stage.head.network();
    let blueprint = stage.head.blueprint();
    let mut copies = Copies::new();
    for (_, resource) in stage.resources() {
        for var in &resource.env_vars {
            let Some(reference) = var.from_service.value() else { continue };
            let (Some(name), Some(key)) = (reference.name.text(), reference.env_var_key.text())
            else {
                continue;
            };
            let kind = reference.kind.text();
            let found = resolve_service(blueprint, resource.scope, name, kind);
            let Resolution::Found(target) = found else { continue };
            let Some(node) = network.of_resource(target.resource) else { continue };
            let owner = (network.node(node).id.clone(), key.to_owned());
            let user = format!("`{}` of `{}`", var.name(), resource.label());
            copies.entry(owner).or_default().push(user);
        }
    }
    copies
}

fn links(stage: &Stage<'_>) -> Links {
    let blueprint = stage.head.blueprint();
    let mut links = Links::new();
    for (_, resource) in stage.resources() {
        for var in &resource.env_vars {
            let name = var.from_group.text();
            let group = name.and_then(|name| blueprint.find_group(name, resource.scope));
            if let Some(group) = group {
                let id = group_id(&blueprint.groups[group.0]);
                links.entry(id).or_default().push(format!("`{}`", resource.label()));
            }
        }
    }
    links
}
