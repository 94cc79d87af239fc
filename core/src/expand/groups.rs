//! Environment groups, put into the services that link them.

use crate::emit::Yaml;
use crate::model::{Blueprint, Scope};
use crate::syntax::{Node, Value};
use crate::text::Span;

/// The groups of a file, by their place in the text.
pub(super) struct Groups<'a> {
    nodes: Vec<(Span, &'a Node)>,
}

impl<'a> Groups<'a> {
    pub(super) fn of(blueprint: &Blueprint, root: &'a Node) -> Self {
        let mut nodes = Vec::new();
        if !blueprint.groups.is_empty() {
            gather(root, &mut nodes);
        }
        Self { nodes }
    }

    /// The groups that variables link and the file declares, each once, in the order of the links.
    pub(super) fn linked(
        &self,
        variables: &[Yaml],
        blueprint: &Blueprint,
        scope: Scope,
    ) -> Vec<(String, &'a Node)> {
        let mut out: Vec<(String, &Node)> = Vec::new();
        for name in variables.iter().filter_map(link) {
            if out.iter().any(|(known, _)| known == name) {
                continue;
            }
            let group = blueprint.find_group(name, scope).map(|id| &blueprint.groups[id.0]);
            let node = group
                .and_then(|group| self.nodes.iter().find(|(span, _)| *span == group.span))
                .map(|(_, node)| *node);
            out.extend(node.map(|node| (name.to_owned(), node)));
        }
        out
    }
}

/// Every item of a list called `envVarGroups`.
fn gather<'a>(node: &'a Node, out: &mut Vec<(Span, &'a Node)>) {
    match &node.value {
        Value::Scalar(_) => {}
        Value::Sequence(items) => items.iter().for_each(|item| gather(item, out)),
        Value::Mapping(entries) => {
            for entry in entries {
                let groups = entry.key.as_scalar().is_some_and(|key| key.text == "envVarGroups");
                if groups {
                    let items = entry.value.as_sequence().unwrap_or_default();
                    out.extend(items.iter().map(|item| (item.span, item)));
                } else {
                    gather(&entry.value, out);
                }
            }
        }
    }
}

/// The variables of a service with those of its groups in place of the links. A service's own variable wins over a
/// group's (DOC:environment-variables). Which of two groups wins is for Render to decide: those that set one variable
/// to different things stay links, and so do groups with what Render refuses.
pub(super) fn expanded(own: Vec<Yaml>, groups: &[(String, Vec<Yaml>)]) -> Vec<Yaml> {
    let taken: Vec<String> = own.iter().filter_map(key).map(ToOwned::to_owned).collect();
    let free = |variable: &Yaml| key(variable).is_some_and(|key| !taken.iter().any(|k| k == key));
    let disputed = |name: &str, variables: &[Yaml]| {
        groups.iter().filter(|(other, _)| other != name).any(|(_, others)| {
            others.iter().filter(|other| free(other)).any(|other| {
                variables.iter().any(|variable| key(variable) == key(other) && variable != other)
            })
        })
    };
    // Render refuses references and links in a group; in a service they would be some.
    let refused = |variable: &Yaml| {
        let Yaml::Mapping(fields) = variable else { return false };
        fields
            .iter()
            .any(|(name, _)| matches!(name.as_str(), "fromService" | "fromDatabase" | "fromGroup"))
    };
    let unread = |variables: &[Yaml]| {
        variables.iter().any(|variable| key(variable).is_none() || refused(variable))
    };
    let open: Vec<&(String, Vec<Yaml>)> = groups
        .iter()
        .filter(|(name, variables)| !disputed(name, variables) && !unread(variables))
        .collect();
    // What a group sets twice stays there twice; what another group set before is not said again.
    let mut brought: Vec<(String, usize)> = Vec::new();
    let mut out = Vec::new();
    for (at, variable) in own.into_iter().enumerate() {
        let Some((_, variables)) =
            link(&variable).and_then(|name| open.iter().find(|(known, _)| known == name))
        else {
            out.push(variable);
            continue;
        };
        for variable in variables.iter().filter(|variable| free(variable)) {
            let key = key(variable).unwrap_or_default();
            if !brought.iter().any(|(known, link)| known == key && *link != at) {
                brought.push((key.to_owned(), at));
                out.push(variable.clone());
            }
        }
    }
    out
}

/// The name of the group that a variable links; a link stands alone.
fn link(variable: &Yaml) -> Option<&str> {
    match variable {
        Yaml::Mapping(fields) if fields.len() == 1 => text(variable, "fromGroup"),
        _ => None,
    }
}

/// The name of a variable.
fn key(variable: &Yaml) -> Option<&str> {
    text(variable, "key")
}

fn text<'y>(variable: &'y Yaml, name: &str) -> Option<&'y str> {
    let Yaml::Mapping(fields) = variable else { return None };
    match fields.iter().find(|(field, _)| field == name)? {
        (_, Yaml::Text(text) | Yaml::Bare(text)) => Some(text),
        (_, Yaml::List(_) | Yaml::Mapping(_)) => None,
    }
}
