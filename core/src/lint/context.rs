//! What a rule may see.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use super::claimants::{Claimant, Claims};
use super::datastores::Datastores;
use super::reading_errors::ReadingErrors;
use super::references::{Reference, by_end, references};
use super::violation_index::ViolationIndex;
use crate::directive::Directive;
use crate::edit::YamlEditor;
use crate::graph::{EdgeRef, NetEdge, Network, NodeRef};
use crate::model::{
    Blueprint, EnvVar, Environment, EnvironmentGroup, EnvironmentId, Project, Resource, ResourceId,
    Root, Scope,
};
use crate::reach::ReachQuery;
use crate::repository::Repository;
use crate::schema::Violation;
use crate::sort;
use crate::syntax::SyntaxError;
use crate::text::{FileId, Files, LineIndex, Span, TextEdit};

/// What the stages before the rules made of a file, and of those that are read together with it.
#[derive(Clone, Copy)]
pub struct Stages<'a> {
    /// The user's text, that of all files.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a LineIndex,
    /// Its files.
    pub files: &'a Files,
    /// The file that is checked.
    pub file: FileId,
    /// What is wrong with the file as YAML.
    pub syntax_errors: &'a [SyntaxError],
    /// Documents of the file behind the first one, which are not read.
    pub further_documents: &'a [Span],
    /// What in the file violates the schema.
    pub violations: &'a [Violation],
    /// What all files declare.
    pub blueprint: &'a Blueprint,
    /// The network of what they declare.
    pub network: &'a Network,
    /// The comment directives of the file.
    pub directives: &'a [Directive],
    /// The repository that tracks the file, where somebody said what it holds.
    pub repository: Option<&'a Repository>,
}

/// Everything a rule may look at: what the stages before made of the text, which it reads as its own fields, and what
/// all rules need of it.
pub struct Context<'a> {
    stages: Stages<'a>,
    /// What the file declares.
    pub resources: &'a [Resource],
    /// The groups that the file declares.
    pub groups: &'a [EnvironmentGroup],
    /// The projects that the file declares.
    pub projects: &'a [Project],
    /// The codes of all rules.
    pub codes: Vec<&'static str>,
    datastores: OnceCell<Datastores>,
    edges: OnceCell<Vec<(EdgeRef, NodeRef, NodeRef)>>,
    references: Vec<Reference<'a>>,
    /// Which of them each resource holds or is meant by.
    references_by_end: BTreeMap<ResourceId, Vec<usize>>,
    /// The variables of services, by where they stand.
    service_vars: Vec<&'a EnvVar>,
    /// The resources by their paths, where text is shared, so that a resource may hold none of its own.
    pub(super) by_path: BTreeMap<&'a str, ResourceId>,
    /// Where the official schema refuses the file.
    pub(super) refused: BTreeSet<Span>,
    /// For each violation, the rule that reports it.
    pub(super) claimants: Vec<Option<Claimant>>,
    /// The violations by what they are asked for.
    pub(super) lookup: ViolationIndex<'a>,
    /// What the reader of YAML stumbled over.
    pub(super) reading_errors: ReadingErrors,
}

impl<'a> Deref for Context<'a> {
    type Target = Stages<'a>;

    fn deref(&self) -> &Stages<'a> {
        &self.stages
    }
}

impl<'a> Context<'a> {
    /// What the stages before made of a text, for rules with these codes and claims.
    pub(super) fn new(stages: Stages<'a>, codes: Vec<&'static str>, claims: &Claims) -> Self {
        let span = stages.files.get(stages.file).span;
        let own = part(&stages.blueprint.resources, span, |resource| resource.span);
        let claimants: Vec<_> =
            stages.violations.iter().map(|violation| claims.claimant(violation)).collect();
        let refused = stages.violations.iter().filter(|violation| violation.refused);
        let references = references(stages.blueprint, own);
        let mut service_vars: Vec<&EnvVar> =
            own.iter().flat_map(|resource| &resource.env_vars).collect();
        sort::by_key(&mut service_vars, |var| var.span);
        Self {
            stages,
            resources: own,
            groups: part(&stages.blueprint.groups, span, |group| group.span),
            projects: part(&stages.blueprint.projects, span, |project| project.span),
            codes,
            datastores: OnceCell::new(),
            edges: OnceCell::new(),
            references_by_end: by_end(&references),
            references,
            service_vars,
            by_path: own
                .iter()
                .filter(|_| stages.blueprint.shares_text())
                .map(|resource| (resource.path.as_str(), resource.id))
                .collect(),
            refused: refused.map(|violation| violation.span).collect(),
            lookup: ViolationIndex::new(stages.violations, &claimants),
            claimants,
            reading_errors: ReadingErrors::new(stages.syntax_errors),
        }
    }

    /// The text of the file.
    pub(crate) fn own_text(&self) -> &'a str {
        self.files.get(self.file).span.slice(self.text)
    }

    /// For questions about who can reach whom.
    pub(crate) fn question(&self) -> ReachQuery<'a> {
        ReachQuery {
            text: self.text,
            lines: self.lines,
            files: self.files,
            blueprint: self.blueprint,
            network: self.network,
        }
    }

    /// What the file says at its root.
    pub(crate) fn root(&self) -> &'a Root {
        self.blueprint.root(self.file)
    }

    /// The environments that the file declares.
    pub(crate) fn environments(
        &self,
    ) -> impl Iterator<Item = (EnvironmentId, &'a Environment)> + use<'a> {
        let file = self.file;
        let all = self.blueprint.environments.iter().enumerate();
        let own = all.filter(move |(_, environment)| environment.file == file);
        own.map(|(index, environment)| (EnvironmentId(index), environment))
    }

    /// The edges that what the file declares causes, with their ends.
    pub(crate) fn edges(&self) -> impl Iterator<Item = (EdgeRef, NodeRef, NodeRef, &'a NetEdge)> {
        let network = self.network;
        let own = self.edges.get_or_init(|| {
            let callers = self.resources.iter();
            let callers = callers.filter_map(|resource| network.of_resource(resource.id));
            let edges = callers
                .flat_map(|from| network.outgoing(from).map(move |(edge, to)| (edge, from, to)));
            let mut own: Vec<_> = edges.collect();
            sort::ascending(&mut own);
            own
        });
        own.iter().map(|&(edge, from, to)| (edge, from, to, network.edge(edge)))
    }

    /// For building fixes that keep the form of the text.
    pub(crate) fn editor(&self) -> YamlEditor<'a> {
        let line_break = self.files.get(self.file).lines.line_break();
        YamlEditor { text: self.text, lines: self.lines, line_break }
    }

    /// The only datastores of the file, by scope and kind.
    pub(super) fn datastores(&self) -> &Datastores {
        self.datastores.get_or_init(|| Datastores::of(self.resources))
    }

    /// Every reference of every service, in source order. References inside groups, which Render refuses, are not here.
    pub fn references(&self) -> impl Iterator<Item = Reference<'a>> {
        self.references.iter().copied()
    }

    /// Those that a resource holds or is meant by, in source order.
    pub(crate) fn references_at(&self, resource: &Resource) -> impl Iterator<Item = Reference<'a>> {
        let own = self.references_by_end.get(&resource.id);
        own.into_iter().flatten().map(|index| self.references[*index])
    }

    /// Those that mean a resource, in source order.
    pub(crate) fn references_to(&self, resource: &Resource) -> impl Iterator<Item = Reference<'a>> {
        let is_meant = move |target: &Resource| target.id == resource.id;
        self.references_at(resource)
            .filter(move |reference| reference.declared().is_some_and(is_meant))
    }

    /// Every variable with the resource that holds it, in source order; those of groups are not here.
    pub fn variables(&self) -> impl Iterator<Item = (&'a Resource, &'a EnvVar)> + use<'a> {
        self.resources
            .iter()
            .flat_map(|resource| resource.env_vars.iter().map(move |var| (resource, var)))
    }

    /// Every variable of services and groups, in source order within each.
    pub fn all_variables(&self) -> impl Iterator<Item = (VariableOwner<'a>, &'a EnvVar)> + use<'a> {
        let services =
            self.variables().map(|(resource, var)| (VariableOwner::Resource(resource), var));
        let groups = self.groups.iter().flat_map(|group| {
            group.env_vars.iter().map(move |var| (VariableOwner::Group(group.scope), var))
        });
        services.chain(groups)
    }

    /// The variable of a service whose entry is `span`: one that may take a reference, which groups may not.
    pub fn service_var_at(&self, span: Span) -> Option<&'a EnvVar> {
        let at = self.service_vars.partition_point(|var| var.span < span);
        self.service_vars.get(at).copied().filter(|var| var.span == span)
    }

    /// The edits that give a resource another type, wherever that is said; none when they would give it to something else,
    /// or when another file says it, too: a fix stays in its file.
    pub fn retyped(&self, resource: &Resource, to: &str) -> Vec<TextEdit> {
        self.in_this_file(self.network.type_words().retyped(resource, to))
    }

    /// The same for a fix that is offered once for each reference to the resource: none where those are many.
    pub fn retyped_if_few(&self, resource: &Resource, to: &str) -> Vec<TextEdit> {
        self.in_this_file(self.network.type_words().retyped_if_few(resource, to))
    }

    fn in_this_file(&self, edits: Vec<TextEdit>) -> Vec<TextEdit> {
        let is_own = |edit: &TextEdit| self.files.of(edit.span.start()) == self.file;
        if edits.iter().all(is_own) { edits } else { Vec::new() }
    }

    /// The node of a resource.
    pub fn node(&self, resource: ResourceId) -> Option<NodeRef> {
        self.network.of_resource(resource)
    }

    /// The id of a resource's node.
    pub fn node_id(&self, resource: ResourceId) -> Option<String> {
        self.node(resource).map(|node| self.network.node(node).id.clone())
    }

    /// The edge that a variable of `consumer` causes by the text at `span`.
    pub fn edge_caused_at(
        &self,
        consumer: ResourceId,
        span: Span,
    ) -> Option<(EdgeRef, &'a NetEdge)> {
        let edge = self.network.caused_at(consumer, span)?;
        Some((edge, self.network.edge(edge)))
    }

    /// The edge of a reference.
    pub fn edge_of(&self, reference: &Reference<'_>) -> Option<(EdgeRef, &'a NetEdge)> {
        self.edge_caused_at(reference.consumer.id, reference.name()?.span)
    }
}

/// Who holds a variable.
#[derive(Clone, Copy)]
pub enum VariableOwner<'a> {
    /// A service.
    Resource(&'a Resource),
    /// A group declared in that scope.
    Group(Scope),
}

/// The part of a list in source order that lies in a file.
fn part<T>(list: &[T], file: Span, span: impl Fn(&T) -> Span) -> &[T] {
    let start = list.partition_point(|item| span(item).start < file.start);
    let end = list.partition_point(|item| span(item).start <= file.end);
    &list[start..end]
}
