//! Hosts in literal values with their spans, for the rules about addresses written by hand.

use super::context::{Context, VariableOwner};
use crate::graph::{LiteralHost, Sibling, hosts_in, place_in_value, sibling};
use crate::model::{EnvVar, Literal, Present, Scope};
use crate::text::Span;

/// A host in the value of a variable.
pub(crate) struct HostInValue<'a> {
    /// Who holds the variable.
    pub(crate) owner: VariableOwner<'a>,
    /// The variable.
    pub(crate) var: &'a EnvVar,
    /// Its value.
    pub(crate) value: &'a Present<Literal>,
    /// The host.
    pub(crate) literal: LiteralHost,
}

/// Every host in the value of every variable, groups included.
pub(crate) fn hosts_in_values<'a>(context: &Context<'a>) -> Vec<HostInValue<'a>> {
    let mut out = Vec::new();
    for (owner, var) in context.all_variables() {
        let Some(value) = var.value.present() else { continue };
        let hosts = hosts_in(&value.value.text);
        out.extend(hosts.into_iter().map(|literal| HostInValue { owner, var, value, literal }));
    }
    out
}

impl HostInValue<'_> {
    /// The resource of the file that it names.
    pub(crate) fn sibling(&self, context: &Context<'_>) -> Option<Sibling> {
        let key = self.var.key.text().unwrap_or_default();
        sibling(context.blueprint, self.scope(), key, &self.literal)
    }

    /// The scope of whoever holds the variable.
    pub(crate) fn scope(&self) -> Scope {
        match self.owner {
            VariableOwner::Resource(resource) => resource.scope,
            VariableOwner::Group(scope) => scope,
        }
    }

    /// The span of the host.
    pub(crate) fn host_span(&self, context: &Context<'_>) -> Span {
        place_in_value(context.text, self.value, self.literal.at.clone())
    }

    /// The span of the URL's scheme, when it has one.
    pub(crate) fn scheme_place(&self, context: &Context<'_>) -> Option<Span> {
        let scheme = self.literal.scheme.as_ref()?;
        let end = self.value.value.text.get(..self.literal.at.start)?.rfind("://")?;
        let start = end.checked_sub(scheme.len())?;
        Some(place_in_value(context.text, self.value, start..end))
    }

    /// The path in the file.
    pub(crate) fn path(&self) -> String {
        format!("{}.value", self.var.path)
    }
}
