//! The tree: the whole picture, its groups, their nodes.

use std::collections::{BTreeMap, BTreeSet};

use super::grouping::Grouping;
use crate::graph::{EdgeClass, INTERNET};
use crate::scene::{LaneKind, Scene, SceneEdge, SceneNode};
use crate::sort;
use crate::wording::sentence::capitalised;

/// The id of the whole picture, the group that holds all others.
const WHOLE: &str = "whole";
/// The id of the group of nodes in no environment.
const NO_ENVIRONMENT: &str = "no-environment";
/// The id of the group of nodes without a caller.
const NO_CALLER: &str = "no-caller";

/// A scene as a tree of groups.
#[derive(Clone, Debug)]
pub struct Outline<'a> {
    pub(super) scene: &'a Scene,
    pub(super) grouping: Grouping,
    /// The first is the whole picture.
    pub(super) groups: Vec<Group>,
    /// Every node, in the order in which groups hold theirs.
    order: Vec<usize>,
}

/// A group.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) id: String,
    /// Its name.
    pub(super) label: String,
    /// What that makes of its members: `in Oregon`, `called by api`.
    pub(super) within: String,
    /// What is said after its name.
    pub(super) facts: &'static str,
    /// The group that holds it; `None` for the whole picture.
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<Child>,
}

/// What a group holds, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Child {
    Group(usize),
    Node(usize),
}

impl<'a> Outline<'a> {
    /// The outline of `scene`.
    pub fn new(scene: &'a Scene, grouping: Grouping) -> Self {
        let order = in_order(&scene.nodes);
        let mut outline = Self { scene, grouping, groups: Vec::new(), order };
        outline.groups.push(Group {
            id: WHOLE.to_owned(),
            label: "The whole picture".to_owned(),
            within: "in the whole picture".to_owned(),
            facts: "",
            parent: None,
            children: Vec::new(),
        });
        // The internet is in no lane and in no environment.
        outline.fill(0, |node| node.kind == INTERNET);
        match grouping {
            Grouping::Lane => outline.by_lane(),
            Grouping::Environment => outline.by_environment(),
            Grouping::Caller => outline.by_caller(),
        }
        outline
    }

    fn by_lane(&mut self) {
        let scene = self.scene;
        for lane in &scene.lanes {
            let facts = match lane.kind {
                LaneKind::Region => "one private network",
                LaneKind::Edge => "outside every private network",
                LaneKind::Elsewhere => "named here, declared somewhere else",
            };
            let here = self.add(&lane.id, &lane.label, facts, 0);
            for frame in scene.groups.iter().filter(|frame| frame.lane == lane.id) {
                let group = self.add(&frame.id, &frame.env, isolation(frame.isolated), here);
                self.fill(group, |node| {
                    node.lane.as_ref() == Some(&lane.id) && node.scope.as_ref() == Some(&frame.env)
                });
            }
            let framed = |node: &SceneNode| {
                let is_around = |env: &String| {
                    scene.groups.iter().any(|frame| frame.lane == lane.id && frame.env == *env)
                };
                node.scope.as_ref().is_some_and(is_around)
            };
            self.fill(here, |node| node.lane.as_ref() == Some(&lane.id) && !framed(node));
        }
    }

    fn by_environment(&mut self) {
        let scene = self.scene;
        let mut known: Vec<&str> = Vec::new();
        for frame in &scene.groups {
            if known.contains(&frame.env.as_str()) {
                continue;
            }
            known.push(&frame.env);
            let id = format!("env:{}", frame.env);
            let group = self.add(&id, &frame.env, isolation(frame.isolated), 0);
            self.fill(group, |node| node.scope.as_ref() == Some(&frame.env));
        }
        self.rest(NO_ENVIRONMENT, "in no environment", |node| {
            !node.scope.as_deref().is_some_and(|scope| known.contains(&scope))
        });
    }

    fn by_caller(&mut self) {
        let scene = self.scene;
        let mut callees: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for edge in scene.edges.iter().filter(|edge| is_call(edge)) {
            callees.entry(&edge.from).or_default().insert(&edge.to);
        }
        let is_internet = |&node: &usize| scene.nodes[node].kind == INTERNET;
        let (internet, others): (Vec<usize>, Vec<usize>) =
            self.order.clone().into_iter().partition(is_internet);
        for caller in internet.into_iter().chain(others).map(|node| &scene.nodes[node]) {
            let Some(callees) = callees.get(caller.id.as_str()) else { continue };
            let name = if caller.kind == INTERNET { "the internet" } else { &caller.name };
            let group = self.add_common(&caller_id(&caller.id), &format!("called by {name}"));
            self.fill(group, |node| callees.contains(node.id.as_str()));
        }
        let called: BTreeSet<&str> = callees.into_values().flatten().collect();
        self.rest(NO_CALLER, "called by nobody", |node| !called.contains(node.id.as_str()));
    }

    /// Adds a place that holds nodes, inside another group.
    fn add(&mut self, id: &str, label: &str, facts: &'static str, parent: usize) -> usize {
        let (id, label, within) = (id.to_owned(), label.to_owned(), format!("in {label}"));
        self.push(Group { id, label, within, facts, parent: Some(parent), children: Vec::new() })
    }

    /// Adds a group of nodes that have something in common, inside the whole picture.
    fn add_common(&mut self, id: &str, within: &str) -> usize {
        let (id, label, within) = (id.to_owned(), capitalised(within), within.to_owned());
        self.push(Group { id, label, within, facts: "", parent: Some(0), children: Vec::new() })
    }

    fn push(&mut self, group: Group) -> usize {
        let index = self.groups.len();
        if let Some(parent) = group.parent {
            self.groups[parent].children.push(Child::Group(index));
        }
        self.groups.push(group);
        index
    }

    /// Puts nodes into a group.
    fn fill(&mut self, group: usize, belongs: impl Fn(&SceneNode) -> bool) {
        let nodes = self.order.iter().filter(|&&node| belongs(&self.scene.nodes[node]));
        self.groups[group].children.extend(nodes.map(|&node| Child::Node(node)));
    }

    /// A last group for the nodes that belong to no other, if there are any; the internet stands outside all.
    fn rest(&mut self, id: &str, within: &str, belongs: impl Fn(&SceneNode) -> bool) {
        let belongs = |node: &SceneNode| node.kind != INTERNET && belongs(node);
        if self.scene.nodes.iter().any(&belongs) {
            let group = self.add_common(id, within);
            self.fill(group, belongs);
        }
    }
}

/// Nodes from callers to data, as the columns of the picture have them, then as they are read.
fn in_order(nodes: &[SceneNode]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    sort::by_key(&mut order, |&index| {
        let node = &nodes[index];
        (node.role, node.rect.y as i64, node.rect.x as i64)
    });
    order
}

fn isolation(isolated: bool) -> &'static str {
    if isolated { "isolated environment" } else { "environment" }
}

/// Whether a callee has a caller by this edge; who copies a value calls nobody.
fn is_call(edge: &SceneEdge) -> bool {
    edge.class != EdgeClass::Config
}

/// The id of the group of what a node calls.
pub(super) fn caller_id(node: &str) -> String {
    format!("called-by:{node}")
}
