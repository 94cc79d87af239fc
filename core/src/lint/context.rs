//! What a rule may see.

use std::ops::Deref;

use super::claimants::{Claimant, Claims};
use super::references::{Reference, Via, references};
use crate::directive::Directive;
use crate::edit::YamlEditor;
use crate::graph::{EdgeRef, NetEdge, Network, NodeRef};
use crate::model::{Blueprint, EnvVar, Resource, ResourceId, Scope};
use crate::schema::Violation;
use crate::syntax::SyntaxError;
use crate::text::{LineIndex, Span};

/// What the stages before the rules made of a text.
#[derive(Clone, Copy)]
pub struct Stages<'a> {
    /// The user's text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a LineIndex,
    /// What is wrong with it as YAML.
    pub syntax_errors: &'a [SyntaxError],
    /// Documents behind the first one, which are not read.
    pub further_documents: &'a [Span],
    /// What in it violates the schema.
    pub violations: &'a [Violation],
    /// What it declares.
    pub blueprint: &'a Blueprint,
    /// The network of what it declares.
    pub network: &'a Network,
    /// Its comment directives.
    pub directives: &'a [Directive],
}

/// Everything a rule may look at: what the stages before made of the text, which it reads as its own fields, and what
/// all rules need of it.
pub struct Context<'a> {
    stages: Stages<'a>,
    /// The codes of all rules.
    pub codes: Vec<&'static str>,
    references: Vec<Reference<'a>>,
    /// For each violation, the rule that reports it.
    pub(super) claimants: Vec<Option<Claimant>>,
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
        let claimants = stages.violations.iter().map(|violation| claims.claimant(violation));
        Self {
            stages,
            codes,
            references: references(stages.blueprint),
            claimants: claimants.collect(),
        }
    }

    /// For building fixes that keep the form of the text.
    pub(crate) fn editor(&self) -> YamlEditor<'a> {
        YamlEditor { text: self.text, lines: self.lines }
    }

    /// Every reference of every service, in source order. References inside groups, which Render refuses, are not here.
    pub fn references(&self) -> impl Iterator<Item = Reference<'a>> {
        self.references.iter().copied()
    }

    /// Every variable with the resource that holds it, in source order; those of groups are not here.
    pub fn variables(&self) -> impl Iterator<Item = (&'a Resource, &'a EnvVar)> + use<'a> {
        let blueprint = self.blueprint;
        blueprint
            .resources
            .iter()
            .flat_map(|resource| resource.env_vars.iter().map(move |var| (resource, var)))
    }

    /// Every variable of services and groups, in source order within each.
    pub fn all_variables(&self) -> impl Iterator<Item = (VariableOwner<'a>, &'a EnvVar)> + use<'a> {
        let blueprint = self.blueprint;
        let services =
            self.variables().map(|(resource, var)| (VariableOwner::Resource(resource), var));
        let groups = blueprint.groups.iter().flat_map(|group| {
            group.env_vars.iter().map(move |var| (VariableOwner::Group(group.scope), var))
        });
        services.chain(groups)
    }

    /// The variable of a service whose entry is `span`: one that may take a reference, which groups may not.
    pub fn service_var_at(&self, span: Span) -> Option<&'a EnvVar> {
        self.variables().map(|(_, var)| var).find(|var| var.span == span)
    }

    /// Where references to `target` state its type.
    pub fn stated_types(&self, target: &Resource) -> impl Iterator<Item = Span> + use<'_, 'a> {
        let target = target.id;
        self.references()
            .filter(move |reference| reference.declared().is_some_and(|found| found.id == target))
            .filter_map(|reference| match reference.via {
                Via::Service(service) => service.value.kind.span(),
                Via::Database(_) => None,
            })
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
