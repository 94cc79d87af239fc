//! One side of the difference: its analysis, cut into parts that can be matched with those of the other side.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::Part;
use crate::analysis::Analysis;
use crate::graph::{NetNode, encode_name};
use crate::model::{Blueprint, Declaration, EnvironmentGroup, Field, ResourceId, Scope};
use crate::platform::Kind;
use crate::syntax::{Entry, Node, Value};
use crate::text::{FileId, Span};

/// What sort of thing a part is. Parts of different sorts are never the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PartKind {
    /// What the file says outside every other part.
    File,
    /// A project.
    Project,
    /// An environment.
    Environment,
    /// An environment group.
    Group,
    /// An item of a `services` list.
    Service,
    /// An item of a `databases` list.
    Database,
    /// A read replica.
    Replica,
}

/// A part of one side.
pub(crate) struct Item<'a> {
    /// What sort of thing.
    pub(crate) sort: PartKind,
    /// Its index among its sort in the model: of resources, groups, projects or environments.
    pub(crate) index: usize,
    /// The kind of a resource.
    pub(crate) kind: Option<Kind>,
    /// Its name; empty without one.
    pub(crate) name: &'a str,
    /// The scope of a resource or a group; the root for all else.
    pub(crate) scope: Scope,
    /// Its place in the file's structure; empty for the file.
    pub(crate) path: &'a str,
    /// Its mapping; `None` where the text has none (a replica that is just a name).
    pub(crate) node: Option<&'a Node>,
    /// What it is for people.
    pub(crate) part: Part,
}

impl Item<'_> {
    /// The resource, when it is one.
    pub(crate) fn resource(&self) -> Option<ResourceId> {
        matches!(self.sort, PartKind::Service | PartKind::Database | PartKind::Replica)
            .then_some(ResourceId(self.index))
    }
}

/// One side: its analysis and its parts.
pub(crate) struct Side<'a> {
    /// The analysis.
    pub(crate) analysis: &'a Analysis,
    /// The file, projects, environments, then groups and resources, each in source order.
    pub(crate) items: Vec<Item<'a>>,
}

impl<'a> Side<'a> {
    /// Cuts a Blueprint into its parts.
    pub(crate) fn new(analysis: &'a Analysis) -> Self {
        let blueprint = analysis.blueprint();
        let tree = Mappings::of(analysis.trees().iter().filter_map(|tree| tree.root.as_ref()));
        let mut items = vec![Item {
            sort: PartKind::File,
            index: 0,
            kind: None,
            name: "",
            scope: Scope::Root(FileId::default()),
            path: "",
            node: analysis.syntax().root.as_ref(),
            part: Part::file(),
        }];
        items.extend(blueprint.projects.iter().enumerate().map(|(index, project)| {
            let name = project.name.text().unwrap_or_default();
            Item {
                sort: PartKind::Project,
                index,
                kind: None,
                name,
                scope: Scope::Root(FileId::default()),
                path: &project.path,
                node: tree.find(project.span, &project.path),
                part: part("project", id("project", name, &project.path), name, None),
            }
        }));
        items.extend(blueprint.environments.iter().enumerate().map(|(index, environment)| {
            let label = blueprint.environment_label(crate::model::EnvironmentId(index));
            Item {
                sort: PartKind::Environment,
                index,
                kind: None,
                name: environment.name.text().unwrap_or_default(),
                scope: Scope::Root(FileId::default()),
                path: &environment.path,
                node: tree.find(environment.span, &environment.path),
                part: part("environment", format!("environment:{label}"), &label, None),
            }
        }));
        items.extend(blueprint.groups.iter().enumerate().map(|(index, group)| {
            let name = group.name.text().unwrap_or_default();
            let scope = Some(blueprint.scope_label(group.scope));
            Item {
                sort: PartKind::Group,
                index,
                kind: None,
                name,
                scope: group.scope,
                path: &group.path,
                node: tree.find(group.span, &group.path),
                part: part("group", group_id(group), name, scope),
            }
        }));
        items.extend(blueprint.resources.iter().map(|resource| {
            let node = node_of(analysis, resource.id);
            Item {
                sort: match resource.declaration {
                    Declaration::Service => PartKind::Service,
                    Declaration::Database => PartKind::Database,
                    Declaration::Replica { .. } => PartKind::Replica,
                },
                index: resource.id.0,
                kind: resource.kind.kind(),
                name: resource.name.text().unwrap_or_default(),
                scope: resource.scope,
                path: &resource.path,
                node: tree.find(resource.span, &resource.path),
                part: part(
                    node.map_or("unknown", NetNode::kind_id),
                    node.map_or_else(String::new, |node| node.id.clone()),
                    resource.label(),
                    Some(blueprint.scope_label(resource.scope)),
                ),
            }
        }));
        Self { analysis, items }
    }

    /// What the side declares.
    pub(crate) fn blueprint(&self) -> &'a Blueprint {
        self.analysis.blueprint()
    }

    /// The item of a part of the model: items are sorted by sort, and by index within one.
    pub(crate) fn item_of(&self, sort: PartKind, index: usize) -> Option<usize> {
        let blueprint = self.blueprint();
        let (projects, environments) = (blueprint.projects.len(), blueprint.environments.len());
        let first = match sort {
            PartKind::File => 0,
            PartKind::Project => 1,
            PartKind::Environment => 1 + projects,
            PartKind::Group => 1 + projects + environments,
            PartKind::Service | PartKind::Database | PartKind::Replica => {
                1 + projects + environments + blueprint.groups.len()
            }
        };
        let item = first + index;
        self.items.get(item).filter(|found| found.sort == sort).map(|_| item)
    }

    /// The item of a resource: resources are last, in their order.
    pub(crate) fn item_of_resource(&self, resource: ResourceId) -> usize {
        self.items.len() - self.blueprint().resources.len() + resource.0
    }

    /// The node of a resource.
    pub(super) fn node(&self, resource: ResourceId) -> Option<&'a NetNode> {
        node_of(self.analysis, resource)
    }
}

fn node_of(analysis: &Analysis, resource: ResourceId) -> Option<&NetNode> {
    let network = analysis.network();
    network.of_resource(resource).map(|node| network.node(node))
}

fn part(kind: &'static str, id: String, name: &str, scope: Option<String>) -> Part {
    let name = if name.is_empty() { "(no name)" } else { name };
    Part { kind, id, name: name.to_owned(), scope }
}

/// The id of the part that a group is.
pub(crate) fn group_id(group: &EnvironmentGroup) -> String {
    id("group", group.name.text().unwrap_or_default(), &group.path)
}

/// `kind:name`; without a name, its place in the file.
fn id(kind: &str, name: &str, path: &str) -> String {
    if name.is_empty() { format!("{kind}:{path}") } else { format!("{kind}:{}", encode_name(name)) }
}

/// The mappings of the tree by their place in the text: the model keeps the place of what it read, not the node.
struct Mappings<'a> {
    /// Values by their own span.
    values: BTreeMap<Span, &'a Node>,
    /// Values by the span of their entry, for services that are keyed by their names.
    entries: BTreeMap<Span, &'a Node>,
}

impl<'a> Mappings<'a> {
    fn of(roots: impl Iterator<Item = &'a Node>) -> Self {
        let mut found = Self { values: BTreeMap::new(), entries: BTreeMap::new() };
        roots.for_each(|root| found.walk(root));
        found
    }

    fn walk(&mut self, node: &'a Node) {
        match &node.value {
            Value::Scalar(_) => {}
            Value::Sequence(items) => items.iter().for_each(|item| self.walk(item)),
            Value::Mapping(entries) => {
                self.values.entry(node.span).or_insert(node);
                for Entry { key, value, .. } in entries {
                    if value.as_mapping().is_some() {
                        self.entries.entry(key.span.cover(value.span)).or_insert(value);
                    }
                    self.walk(value);
                }
            }
        }
    }

    /// The mapping that the model read at `span`; `path` tells whether it was an item of a list.
    fn find(&self, span: Span, path: &str) -> Option<&'a Node> {
        let keyed = if path.ends_with(']') { None } else { self.entries.get(&span) };
        keyed.or_else(|| self.values.get(&span)).copied()
    }
}

/// The entries of a mapping that count, with the texts of their keys: own ones before merged ones, the first of each
/// name.
pub(crate) fn entries(node: &Node) -> Vec<(&str, &Node)> {
    let mut names = BTreeSet::new();
    node.as_mapping()
        .unwrap_or_default()
        .iter()
        .filter_map(|entry| Some((entry.key.as_scalar()?.text.as_str(), &entry.value)))
        .filter(|(name, value)| {
            let merge = *name == "<<" && value.as_scalar().is_none();
            !merge && names.insert(*name)
        })
        .collect()
}

/// The text of a field of the model for comparing, whatever is wrong with it.
pub(super) fn text_of(field: &Field<String>) -> &str {
    field.text().unwrap_or_default()
}
