//! Both sides as one network: the head's with what only the base had put back in, and a mark on whatever changed.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{Difference, PartChangeKind};
use super::edges::{Identity, in_base, in_head};
use super::mark::{Mark, MarksOfLines, write};
use super::pairing::{PairedScope, Pairing};
use super::part::Side;
use crate::analysis::Analysis;
use crate::diagnostics::Diagnostic;
use crate::graph::{EdgeClass, LaneIds, NetNode, Network, NodeRef, Verdict};
use crate::layout::{Layout, LayoutInput};
use crate::model::{Blueprint, Declaration, EnvironmentId, ResourceId, Root, Scope};
use crate::scene::{self, Room, Scene, Subgraph, View, ViewFilter};
use crate::text::FileId;

/// The picture of both sides for a room; see [`Union`].
pub fn picture(base: &Analysis, head: &Analysis, difference: &Difference, room: Room) -> Scene {
    let view = View { room, previous: None };
    Union::new(base, head, difference).scene(head.found(), None, view)
}

/// Both sides as one network. On its pictures, what came, went, changed or moved has a style class ([`Mark::class`]), nodes
/// a tag, and all of them the word in their names. What only the base had under an id of the head begins with `gone:`.
#[derive(Clone, Debug)]
pub struct Union {
    blueprint: Blueprint,
    network: Network,
    nodes: BTreeMap<String, Mark>,
    edges: BTreeMap<String, Mark>,
}

impl Union {
    /// What the id of something that only the base has begins with, where the head has another one of that id.
    pub const GONE: &'static str = "gone:";

    /// Joins both sides; `difference` is what changed between them.
    pub fn new(base: &Analysis, head: &Analysis, difference: &Difference) -> Self {
        let (old, new) = (Side::new(base), Side::new(head));
        let pairing = Pairing::new(&old, &new);
        let mut joining = Joining {
            base: &old,
            head: &new,
            pairing: &pairing,
            union: Self {
                blueprint: head.blueprint().clone(),
                network: head.network().clone(),
                nodes: BTreeMap::new(),
                edges: BTreeMap::new(),
            },
            lanes: LaneIds::default(),
            environments: BTreeMap::new(),
            resources: BTreeMap::new(),
        };
        joining.mark_head(difference);
        joining.put_back();
        joining.union
    }

    /// The picture for a view, with the findings of the head marked on it: of all, or of a part.
    pub fn scene(
        &self,
        found: Option<&[Diagnostic]>,
        part: Option<&Subgraph>,
        view: View<'_>,
    ) -> Scene {
        let (blueprint, network) = (&self.blueprint, &self.network);
        if let Some(part) = part {
            let mut scene = scene::build_subgraph(blueprint, network, part, found, view);
            self.mark(&mut scene, |id| part.representative(id));
            scene
        } else {
            let copied = self.has_copied();
            let mut scene = scene::build_view(blueprint, network, found, view, copied);
            self.mark(&mut scene, |id| id);
            scene
        }
    }

    /// The layout of the picture of all, with its input: for those who check what the layout promises.
    pub fn layout(&self, found: &[Diagnostic], view: View<'_>) -> (LayoutInput, Layout) {
        let (blueprint, network) = (&self.blueprint, &self.network);
        scene::layout_of_view(blueprint, network, found, view, self.has_copied())
    }

    /// The part that `filter` draws; `None` when that is everything.
    pub fn subgraph(&self, found: &[Diagnostic], filter: &ViewFilter) -> Option<Subgraph> {
        if filter.is_everything() {
            return None;
        }
        let mut filter = filter.clone();
        filter.copied |= self.has_copied();
        scene::subgraph(&self.blueprint, &self.network, found, &filter)
    }

    /// The filter with the boxes that the size of both sides together asks for, where it leaves them to it.
    #[must_use]
    pub fn with_folds(&self, found: &[Diagnostic], filter: &ViewFilter, room: Room) -> ViewFilter {
        scene::with_folds(&self.blueprint, &self.network, found, filter, room)
    }

    /// The network.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// A copied value that came or went is asked for by whoever compares.
    fn has_copied(&self) -> bool {
        self.edges.keys().any(|id| id.contains(":config:"))
    }

    /// Marks what a picture shows; `representative` gives the id under which a node or an edge is drawn.
    fn mark<'a>(&'a self, scene: &mut Scene, representative: impl Fn(&'a str) -> &'a str) {
        let mut nodes: BTreeMap<&str, Mark> = BTreeMap::new();
        for (id, mark) in &self.nodes {
            let drawn = representative(id);
            // A box that stands for several is there on both sides, as far as anybody can see.
            nodes.insert(drawn, if drawn == id { *mark } else { Mark::Changed });
        }
        let mut lines = MarksOfLines::new();
        let line_of: BTreeMap<String, String> =
            scene.edges.iter().map(|edge| (edge.id.clone(), edge.line().to_owned())).collect();
        for (.., edge) in self.network.edges() {
            if let Some(line) = line_of.get(representative(&edge.id)) {
                let mark = self.edges.get(&edge.id).copied();
                lines.entry(line.clone()).or_default().insert(mark);
            }
        }
        // What only the base has is nowhere in the text of the head.
        for node in &mut scene.nodes {
            node.span = node.span.filter(|_| nodes.get(node.id.as_str()) != Some(&Mark::Gone));
        }
        for edge in &mut scene.edges {
            if self.edges.get(&edge.id) == Some(&Mark::Gone) {
                edge.spans.clear();
            }
        }
        write(scene, &nodes, &lines);
    }
}

/// A union in the making.
struct Joining<'a> {
    base: &'a Side<'a>,
    head: &'a Side<'a>,
    pairing: &'a Pairing,
    union: Union,
    lanes: LaneIds,
    /// Environments of the base that were put back, with their new id.
    environments: BTreeMap<EnvironmentId, EnvironmentId>,
    /// Resources of the base that were put back, with their new id.
    resources: BTreeMap<ResourceId, ResourceId>,
}

/// What makes two edges the same one.
type EdgeIdentity = (Identity, Identity, EdgeClass, Verdict);

impl Joining<'_> {
    /// Marks what the head has.
    fn mark_head(&mut self, difference: &Difference) {
        let (head, pairing) = (self.head, self.pairing);
        for (_, node) in head.analysis.network().nodes() {
            let Some(resource) = node.resource else { continue };
            match pairing.of_head(head.item_of_resource(resource)) {
                None => {
                    self.union.nodes.insert(node.id.clone(), Mark::New);
                }
                Some(former) if self.has_moved(former, node) => {
                    self.union.nodes.insert(node.id.clone(), Mark::Moved);
                }
                Some(_) => {}
            }
        }
        for change in &difference.parts {
            let changed =
                matches!(change.kind, PartChangeKind::Changed | PartChangeKind::Renamed { .. });
            if changed && self.union.network.find(&change.part.id).is_some() {
                self.union.nodes.entry(change.part.id.clone()).or_insert(Mark::Changed);
            }
        }
    }

    /// Whether a node of the head stands in another network or environment than the item of the base that it was.
    fn has_moved(&self, former: usize, node: &NetNode) -> bool {
        let (base, head) = (self.base, self.head);
        let network = base.analysis.network();
        let resource = base.items[former].resource();
        let old = resource.and_then(|resource| network.of_resource(resource));
        old.map(|old| network.node(old)).is_some_and(|old| {
            let scopes = old.scope.zip(node.scope);
            old.placement != node.placement
                || scopes.is_some_and(|(was, is)| !self.pairing.same_scope(base, head, was, is))
        })
    }

    /// Puts back what only the base has, and marks the edges of both.
    fn put_back(&mut self) {
        let (base, head, pairing) = (self.base, self.head, self.pairing);
        let mut node_of: BTreeMap<Identity, NodeRef> = BTreeMap::new();
        for (handle, node) in head.analysis.network().nodes() {
            node_of.insert(in_head(head, handle), handle);
            if let Some(scope) = node.scope {
                self.lanes.of(head.blueprint(), node.placement, scope);
            }
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
                self.union.edges.insert(edge.id.clone(), Mark::New);
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
            edge.id = format!("{}{}", Union::GONE, edge.id);
            for cause in &mut edge.causes {
                cause.consumer = self.resource(cause.consumer);
            }
            self.union.edges.insert(edge.id.clone(), Mark::Gone);
            self.union.network.add_edge(*from, *to, edge);
        }
    }

    /// Puts back a node of the base.
    fn node(&mut self, node: NodeRef) -> NodeRef {
        let mut data = self.base.analysis.network().node(node).clone();
        if self.union.network.find(&data.id).is_some() {
            data.id = format!("{}{}", Union::GONE, data.id);
        }
        data.resource = data.resource.map(|resource| self.resource(resource));
        let former = data.scope;
        data.scope = former.map(|scope| self.scope(scope));
        if let Some(Scope::Environment(id)) = former
            && let Some(&new) = self.environments.get(&id)
        {
            let file = self.file(self.base.blueprint().environment(id).file);
            self.union.blueprint.environments[new.0].file = file;
        }
        if let Some(scope) = data.scope {
            data.lane = self.lanes.of(&self.union.blueprint, data.placement, scope);
        }
        data.environment = match data.scope {
            Some(Scope::Environment(id)) => Some(id),
            _ => None,
        };
        // What was only named is gone with its edges; a tag on it would say something about a resource.
        if data.resource.is_some() {
            self.union.nodes.insert(data.id.clone(), Mark::Gone);
        }
        self.union.network.add_node(data)
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
        resource.id = ResourceId(self.union.blueprint.resources.len());
        let new = resource.id;
        self.union.blueprint.add_resource(resource);
        self.resources.insert(id, new);
        new
    }

    /// A file of the base in the union: where both sides have several, the head's of that path; one that is gone is put
    /// back.
    fn file(&mut self, file: FileId) -> FileId {
        let (base, head) = (self.base.blueprint(), self.head.blueprint());
        if base.roots.len() == 1 || head.roots.len() == 1 {
            return FileId::default();
        }
        let path = &base.root(file).path;
        let roots = &mut self.union.blueprint.roots;
        FileId(roots.iter().position(|other| other.path == *path).unwrap_or_else(|| {
            roots.push(Root { path: path.clone(), ..Root::default() });
            roots.len() - 1
        }))
    }

    /// A scope of the base in the union; an environment that is gone is put back.
    fn scope(&mut self, scope: Scope) -> Scope {
        let (base, pairing) = (self.base, self.pairing);
        let id = match scope {
            Scope::Root(file) => return Scope::Root(self.file(file)),
            Scope::Ungrouped(file) => return Scope::Ungrouped(self.file(file)),
            Scope::Environment(id) => id,
        };
        if let PairedScope::Environment(item) = pairing.scope_in_base(base, scope) {
            return Scope::Environment(EnvironmentId(self.head.items[item].index));
        }
        let adopt = || self.union.blueprint.adopt_environment(base.blueprint(), id);
        Scope::Environment(*self.environments.entry(id).or_insert_with(adopt))
    }
}
