//! Both sides on one picture: the head's network with what only the base had put back in, and a mark on whatever
//! changed.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{Difference, PartChangeKind};
use super::edges::{Identity, in_base, in_head};
use super::pairing::{PairedScope, Pairing};
use super::part::Side;
use crate::analysis::Analysis;
use crate::graph::{EdgeClass, Network, NodeRef, Verdict};
use crate::model::{Blueprint, Declaration, EnvironmentId, ResourceId, Scope};
use crate::scene::{self, Anchor, Point, Rect, Room, Scene, SceneItem, SceneItemKind, Shape};
use crate::text::{Weight, measure};

/// Size of the words on a tag.
const TAG_SIZE: f64 = 10.0;
/// Height of a tag, and how far it is above its node's border.
const TAG_HEIGHT: f64 = 15.0;

/// What became of something on the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Only the head has it.
    New,
    /// Only the base has it.
    Gone,
    /// Both have it, with other settings.
    Changed,
}

impl Mark {
    /// The style class.
    pub fn class(self) -> &'static str {
        match self {
            Self::New => "is-new",
            Self::Gone => "is-gone",
            Self::Changed => "is-changed",
        }
    }

    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::Changed => "changed",
        }
    }
}

/// The picture of both sides for a room. Items that came, went or changed have a style class ([`Mark::class`]), nodes a tag, and
/// all of them the word in their names.
pub fn picture(base: &Analysis, head: &Analysis, difference: &Difference, room: Room) -> Scene {
    let (old, new) = (Side::new(base), Side::new(head));
    let pairing = Pairing::new(&old, &new);
    let mut union = Union {
        base: &old,
        head: &new,
        pairing: &pairing,
        blueprint: head.blueprint().clone(),
        network: head.network().clone(),
        nodes: BTreeMap::new(),
        edges: BTreeMap::new(),
        environments: BTreeMap::new(),
        resources: BTreeMap::new(),
    };
    union.mark_head(difference);
    union.put_back();
    // A copied value that came or went is asked for by whoever compares.
    let copied = union.edges.keys().any(|id| id.contains(":config:"));
    let build = if copied { scene::build_with_copied } else { scene::build };
    let mut scene = build(&union.blueprint, &union.network, head.diagnostics(), room);
    let lines = union.lines(&scene);
    for item in &mut scene.items {
        let mark = match item.kind {
            SceneItemKind::Node => union.nodes.get(&item.id),
            SceneItemKind::Edge | SceneItemKind::EdgeLabel => lines.get(&item.id),
            _ => None,
        };
        if let Some(mark) = mark {
            let width = item.index.filter(|_| item.kind == SceneItemKind::Node);
            write(item, *mark, width.map(|index| scene.nodes[index].rect.width));
        }
    }
    scene
}

/// Shows a mark; a node of that width gets a tag.
pub(super) fn write(item: &mut SceneItem, mark: Mark, width: Option<f64>) {
    item.class = format!("{} {}", item.class, mark.class());
    if !item.name.is_empty() {
        item.name = format!("{}: {}", mark.word(), item.name);
    }
    if width.is_some() {
        let words = measure(mark.word(), TAG_SIZE, Weight::Semibold);
        let rect = Rect::new(12.0, -TAG_HEIGHT / 2.0, words + 12.0, TAG_HEIGHT);
        item.shapes.push(Shape::Rect { rect, radius: TAG_HEIGHT / 2.0, class: "tag" });
        item.shapes.push(Shape::Text {
            at: Point::new(18.0, 3.5),
            text: mark.word().to_owned(),
            width: words,
            anchor: Anchor::Start,
            class: "tag-text",
            rotate: 0.0,
        });
    }
}

struct Union<'a> {
    base: &'a Side<'a>,
    head: &'a Side<'a>,
    pairing: &'a Pairing,
    blueprint: Blueprint,
    network: Network,
    nodes: BTreeMap<String, Mark>,
    edges: BTreeMap<String, Mark>,
    /// Environments of the base that were put back, with their new id.
    environments: BTreeMap<EnvironmentId, EnvironmentId>,
    /// Resources of the base that were put back, with their new id.
    resources: BTreeMap<ResourceId, ResourceId>,
}

/// What makes two edges the same one.
type EdgeIdentity = (Identity, Identity, EdgeClass, Verdict);

impl Union<'_> {
    /// The marks of lines: that of their edges where all have the same, otherwise that of a change.
    fn lines(&self, scene: &Scene) -> BTreeMap<String, Mark> {
        let mut lines: BTreeMap<&str, BTreeSet<Option<Mark>>> = BTreeMap::new();
        for edge in &scene.edges {
            lines.entry(edge.line()).or_default().insert(self.edges.get(&edge.id).copied());
        }
        let mark = |marks: BTreeSet<Option<Mark>>| match marks.into_iter().collect::<Vec<_>>()[..] {
            [only] => only,
            _ => Some(Mark::Changed),
        };
        lines.into_iter().filter_map(|(id, marks)| Some((id.to_owned(), mark(marks)?))).collect()
    }

    /// Marks what the head has.
    fn mark_head(&mut self, difference: &Difference) {
        let (head, pairing) = (self.head, self.pairing);
        for (_, node) in head.analysis.network().nodes() {
            if let Some(resource) = node.resource
                && pairing.of_head(head.item_of_resource(resource)).is_none()
            {
                self.nodes.insert(node.id.clone(), Mark::New);
            }
        }
        for change in &difference.parts {
            let changed =
                matches!(change.kind, PartChangeKind::Changed | PartChangeKind::Renamed { .. });
            if changed && self.network.find(&change.part.id).is_some() {
                self.nodes.insert(change.part.id.clone(), Mark::Changed);
            }
        }
    }

    /// Puts back what only the base has, and marks the edges of both.
    fn put_back(&mut self) {
        let (base, head, pairing) = (self.base, self.head, self.pairing);
        let mut node_of: BTreeMap<Identity, NodeRef> = BTreeMap::new();
        for (node, _) in head.analysis.network().nodes() {
            node_of.insert(in_head(head, node), node);
        }
        for (node, _) in base.analysis.network().nodes() {
            let identity = in_base(base, pairing, node);
            node_of.entry(identity).or_insert_with(|| self.node(node));
        }
        let identities =
            |side: &Side<'_>, identity: &dyn Fn(NodeRef) -> Identity| -> BTreeSet<EdgeIdentity> {
                let edges = side.analysis.network().edges();
                edges.map(|(_, a, b, e)| (identity(a), identity(b), e.class, e.verdict)).collect()
            };
        let (of_base, of_head) = (|node| in_base(base, pairing, node), |node| in_head(head, node));
        let (old, new) = (identities(base, &of_base), identities(head, &of_head));
        for (_, from, to, edge) in head.analysis.network().edges() {
            if !old.contains(&(of_head(from), of_head(to), edge.class, edge.verdict)) {
                self.edges.insert(edge.id.clone(), Mark::New);
            }
        }
        for (_, from, to, edge) in base.analysis.network().edges() {
            let edge_identity = (of_base(from), of_base(to), edge.class, edge.verdict);
            let (Some(from), Some(to)) =
                (node_of.get(&edge_identity.0), node_of.get(&edge_identity.1))
            else {
                continue;
            };
            if new.contains(&edge_identity) {
                continue;
            }
            let mut edge = edge.clone();
            edge.id = format!("gone:{}", edge.id);
            for cause in &mut edge.causes {
                cause.consumer = self.resource(cause.consumer);
            }
            self.edges.insert(edge.id.clone(), Mark::Gone);
            self.network.add_edge(*from, *to, edge);
        }
    }

    /// Puts back a node of the base.
    fn node(&mut self, node: NodeRef) -> NodeRef {
        let mut data = self.base.analysis.network().node(node).clone();
        if self.network.find(&data.id).is_some() {
            data.id = format!("gone:{}", data.id);
        }
        data.resource = data.resource.map(|resource| self.resource(resource));
        data.scope = data.scope.map(|scope| self.scope(scope));
        data.environment = match data.scope {
            Some(Scope::Environment(id)) => Some(id),
            _ => None,
        };
        // What was only named is gone with its edges; a tag on it would say something about a resource.
        if data.resource.is_some() {
            self.nodes.insert(data.id.clone(), Mark::Gone);
        }
        self.network.add_node(data)
    }

    /// Puts back a resource of the base, its primary first.
    fn resource(&mut self, id: ResourceId) -> ResourceId {
        let (base, pairing) = (self.base, self.pairing);
        if let Some(done) = self.resources.get(&id) {
            return *done;
        }
        let partner = pairing.of_base(base.item_of_resource(id));
        if let Some(partner) = partner.and_then(|item| self.head.items[item].resource()) {
            return partner;
        }
        let mut resource = base.blueprint().resource(id).clone();
        if let Declaration::Replica { primary } = resource.declaration {
            let primary = self.resource(primary);
            resource.declaration = Declaration::Replica { primary };
        }
        resource.scope = self.scope(resource.scope);
        resource.id = ResourceId(self.blueprint.resources.len());
        let new = resource.id;
        self.blueprint.resources.push(resource);
        self.resources.insert(id, new);
        new
    }

    /// A scope of the base in the union; an environment that is gone is put back.
    fn scope(&mut self, scope: Scope) -> Scope {
        let (base, pairing) = (self.base, self.pairing);
        let Scope::Environment(id) = scope else { return scope };
        if let PairedScope::Environment(item) = pairing.scope_in_base(base, scope) {
            return Scope::Environment(EnvironmentId(self.head.items[item].index));
        }
        if let Some(done) = self.environments.get(&id) {
            return Scope::Environment(*done);
        }
        let mut environment = base.blueprint().environments[id.0].clone();
        self.blueprint.projects.push(base.blueprint().projects[environment.project].clone());
        environment.project = self.blueprint.projects.len() - 1;
        self.blueprint.environments.push(environment);
        let new = EnvironmentId(self.blueprint.environments.len() - 1);
        self.environments.insert(id, new);
        Scope::Environment(new)
    }
}
