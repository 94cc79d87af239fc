//! What is said at a place.

use super::place::{Item, Place};
use super::tree::{Child, Outline};
use crate::scene::draw::edge_name;
use crate::scene::{SceneEdge, SceneItemKind, SceneNode};
use crate::sort;
use crate::wording::count::count;

/// A group names no more of its nodes than these.
const MOST_NAMED: usize = 12;

impl Outline<'_> {
    /// The name of a place: what it is, and for a group also what it holds.
    pub fn name(&self, place: &Place) -> String {
        match &place.item {
            Item::Group => self.group_name(&place.group),
            Item::Node(id) => self.node_name(id),
            Item::Edge { id, .. } => self
                .edge(id)
                .and_then(|edge| {
                    let (from, to) = (self.node(&edge.from)?, self.node(&edge.to)?);
                    let mut line: Vec<&SceneEdge> = self.scene.line(id).collect();
                    sort::by_key(&mut line, |edge| !edge.is_lead());
                    Some(edge_name(&line, (from, to)))
                })
                .unwrap_or_default(),
        }
    }

    /// Which of its siblings a place is: `2 of 5 in Oregon`; empty for the whole picture.
    pub fn position(&self, place: &Place) -> String {
        let Some((here, siblings)) = self.siblings(place) else { return String::new() };
        let number = format!("{} of {}", here + 1, siblings.len());
        match &place.item {
            Item::Group | Item::Node(_) => {
                let group = self.group(&place.group);
                let around = match place.item {
                    Item::Group => group.and_then(|group| self.groups[group].parent),
                    _ => group,
                };
                around.map_or_else(String::new, |group| {
                    format!("{number} {}", self.groups[group].within)
                })
            }
            Item::Edge { of, .. } => {
                let node = self.node(of).map_or("", |node| node.name.as_str());
                format!("connection {number} of {node}")
            }
        }
    }

    /// The answer to "where am I": the place, which of its siblings it is, and everything that holds it.
    pub fn whereabouts(&self, place: &Place) -> String {
        let mut parts = vec![match &place.item {
            Item::Group => self.label(&place.group).to_owned(),
            _ => self.name(place),
        }];
        parts.push(self.position(place));
        let mut around = self.group(&place.group).and_then(|group| self.groups[group].parent);
        while let Some(group) = around.filter(|group| *group != 0) {
            parts.push(self.groups[group].within.clone());
            around = self.groups[group].parent;
        }
        parts.push(format!("grouped by {}", self.grouping.word()));
        parts.retain(|part| !part.is_empty());
        let mut said = parts.join(", ");
        said.push('.');
        if let Item::Node(id) = &place.item {
            let all = self.connections(id);
            let calls = all.iter().filter(|edge| edge.from == *id).count();
            said.push_str(&format!(
                " {} out, {} in.",
                count(calls, "connection"),
                all.len() - calls
            ));
        }
        said
    }

    /// The ids of the nodes in the group of a place.
    pub fn members(&self, place: &Place) -> Vec<&str> {
        let group = self.group(&place.group).unwrap_or_default();
        self.nodes_in(group).into_iter().map(|node| node.id.as_str()).collect()
    }

    /// The place of the whole picture.
    pub(super) fn whole(&self) -> Place {
        Place::group(&self.groups[0].id)
    }

    fn group_name(&self, id: &str) -> String {
        let Some(index) = self.group(id) else { return String::new() };
        let group = &self.groups[index];
        let inner: Vec<&str> = group
            .children
            .iter()
            .filter_map(|child| match *child {
                Child::Group(group) => Some(self.groups[group].label.as_str()),
                Child::Node(_) => None,
            })
            .collect();
        if index == 0 {
            let by = self.grouping.word();
            let groups = listed(&inner);
            return format!("{}: {}. By {by}: {groups}.", group.label, self.scene.title);
        }
        let nodes = self.nodes_in(index);
        let names: Vec<String> = nodes.iter().map(|node| with_finding(node)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut name = group.label.clone();
        if !group.facts.is_empty() {
            name.push_str(&format!(", {}", group.facts));
        }
        if !inner.is_empty() {
            name.push_str(&format!(", holds {}", listed(&inner)));
        }
        name.push_str(&format!(", {}: {}.", count(nodes.len(), "resource"), listed(&names)));
        name
    }

    /// The nodes in a group and in the groups inside it.
    fn nodes_in(&self, group: usize) -> Vec<&SceneNode> {
        let inside = |child: &Child| match *child {
            Child::Group(inner) => self.nodes_in(inner),
            Child::Node(node) => vec![&self.scene.nodes[node]],
        };
        self.groups[group].children.iter().flat_map(inside).collect()
    }

    fn node_name(&self, id: &str) -> String {
        let is_it = |kind: SceneItemKind, other: &str| kind == SceneItemKind::Node && other == id;
        let mut items = self.scene.items.iter();
        items
            .find(|item| is_it(item.kind, &item.id))
            .map_or_else(String::new, |item| item.name.clone())
    }

    fn node(&self, id: &str) -> Option<&SceneNode> {
        self.scene.nodes.iter().find(|node| node.id == id)
    }

    fn label(&self, group: &str) -> &str {
        self.group(group).map_or("", |group| &self.groups[group].label)
    }
}

/// A node's name, and how bad the worst finding about it is.
fn with_finding(node: &SceneNode) -> String {
    match node.severity {
        Some(severity) => format!("{} ({})", node.name, severity.id()),
        None => node.name.clone(),
    }
}

/// Names in a row; of many, the first and how many more there are.
fn listed(names: &[&str]) -> String {
    if names.len() <= MOST_NAMED {
        return names.join(", ");
    }
    let rest = names.len() - MOST_NAMED;
    format!("{} and {rest} more", names[..MOST_NAMED].join(", "))
}
