//! What a rule may see.

use crate::directive::Directive;
use crate::edit::Editor;
use crate::graph::{
    EdgeRef, NetEdge, Network, NodeRef, Resolution, Target, resolve_database, resolve_service,
};
use crate::model::{
    Blueprint, DatabaseReference, EnvVar, Present, Resource, ResourceId, Scope, ServiceReference,
};
use crate::schema::ShapeFinding;
use crate::syntax::SyntaxProblem;
use crate::text::{LineIndex, Span};

/// Everything a rule may look at.
pub struct Context<'a> {
    /// The user's text, for building fixes that keep its form.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a LineIndex,
    /// What is wrong with it as YAML.
    pub problems: &'a [SyntaxProblem],
    /// Documents behind the first one, which are not read.
    pub further_documents: &'a [Span],
    /// What in it does not fit the language.
    pub shape: &'a [ShapeFinding],
    /// What it declares.
    pub blueprint: &'a Blueprint,
    /// The network that makes.
    pub network: &'a Network,
    /// The comments that speak to us.
    pub directives: &'a [Directive],
    /// Every reference with what it means: many rules ask, so it is looked up once.
    references: Vec<Reference<'a>>,
}

/// A reference from a service's variable to another resource.
#[derive(Clone, Copy)]
pub struct Reference<'a> {
    /// The service that holds the variable.
    pub consumer: &'a Resource,
    /// The variable.
    pub var: &'a EnvVar,
    /// In which form.
    pub via: Via<'a>,
    /// What its name means; `None` when it has no name that could be read.
    pub target: Option<ReferenceTarget<'a>>,
}

/// The two forms of a reference.
#[derive(Clone, Copy)]
pub enum Via<'a> {
    /// `fromService`
    Service(&'a Present<ServiceReference>),
    /// `fromDatabase`
    Database(&'a Present<DatabaseReference>),
}

/// What a reference's name means.
#[derive(Clone, Copy)]
pub enum ReferenceTarget<'a> {
    /// A resource of the file, and how it was found.
    Declared(&'a Resource, Target),
    /// Nothing in the file.
    Undeclared,
}

impl<'a> Reference<'a> {
    /// The value of `name` with its place.
    pub fn name(&self) -> Option<&'a Present<String>> {
        match self.via {
            Via::Service(reference) => reference.value.name.present(),
            Via::Database(reference) => reference.value.name.present(),
        }
    }

    /// The declared target.
    pub fn declared(&self) -> Option<&'a Resource> {
        match self.target {
            Some(ReferenceTarget::Declared(resource, _)) => Some(resource),
            Some(ReferenceTarget::Undeclared) | None => None,
        }
    }

    /// The value of `property` with its place.
    pub fn property(&self) -> Option<&'a Present<String>> {
        match self.via {
            Via::Service(reference) => reference.value.property.present(),
            Via::Database(reference) => reference.value.property.present(),
        }
    }

    /// The key `fromService` or `fromDatabase`.
    pub fn key_span(&self) -> Span {
        match self.via {
            Via::Service(reference) => reference.key,
            Via::Database(reference) => reference.key,
        }
    }

    /// The whole value of `fromService` or `fromDatabase`.
    pub fn span(&self) -> Span {
        match self.via {
            Via::Service(reference) => reference.span,
            Via::Database(reference) => reference.span,
        }
    }

    /// Its place in the file's structure.
    pub fn path(&self) -> String {
        let key = match self.via {
            Via::Service(_) => "fromService",
            Via::Database(_) => "fromDatabase",
        };
        format!("{}.{key}", self.var.path)
    }
}

impl<'a> Context<'a> {
    /// What the stages before made of `text`.
    pub fn new(
        text: &'a str,
        lines: &'a LineIndex,
        problems: &'a [SyntaxProblem],
        further_documents: &'a [Span],
        shape: &'a [ShapeFinding],
        blueprint: &'a Blueprint,
        network: &'a Network,
    ) -> Self {
        let variables = blueprint
            .resources
            .iter()
            .flat_map(|consumer| consumer.env_vars.iter().map(move |var| (consumer, var)));
        let references =
            variables.flat_map(|(consumer, var)| references_of(blueprint, consumer, var)).collect();
        Self {
            text,
            lines,
            problems,
            further_documents,
            shape,
            blueprint,
            network,
            directives: &[],
            references,
        }
    }

    /// With the comments that speak to us.
    #[must_use]
    pub fn with_directives(mut self, directives: &'a [Directive]) -> Self {
        self.directives = directives;
        self
    }

    /// For building fixes that keep the form of the text.
    pub(super) fn editor(&self) -> Editor<'a> {
        Editor { text: self.text, lines: self.lines }
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

fn references_of<'a>(
    blueprint: &'a Blueprint,
    consumer: &'a Resource,
    var: &'a EnvVar,
) -> impl Iterator<Item = Reference<'a>> + use<'a> {
    let target = move |resolution| match resolution {
        Resolution::Found(target) => {
            ReferenceTarget::Declared(blueprint.resource(target.resource), target)
        }
        Resolution::Undeclared => ReferenceTarget::Undeclared,
    };
    let service = var.from_service.present().map(|reference| Reference {
        consumer,
        var,
        via: Via::Service(reference),
        target: reference.value.name.text().map(|name| {
            target(resolve_service(blueprint, consumer.scope, name, reference.value.kind.text()))
        }),
    });
    let database = var.from_database.present().map(|reference| Reference {
        consumer,
        var,
        via: Via::Database(reference),
        target: reference
            .value
            .name
            .text()
            .map(|name| target(resolve_database(blueprint, consumer.scope, name))),
    });
    service.into_iter().chain(database)
}
