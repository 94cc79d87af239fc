//! Copied variables to wires: `envVarKey` resolves when Render syncs, so the copy of an address is an address, too
//! (W36). Chains of copies are followed to their end; a cycle ends where it closes.

use std::collections::{BTreeMap, BTreeSet};

use super::edge::{CauseKind, EdgeClass, Source};
use super::read_variable::Reader;
use super::resolve::{Resolution, resolve_service};
use super::wire::Wire;
use crate::model::{Blueprint, EnvVar, Present, Resource, ResourceId, Scope};
use crate::platform::is_builtin_variable;

/// What every service's variables are, for looking a copy's source up.
pub(super) struct Copies<'a> {
    blueprint: &'a Blueprint,
    text: &'a str,
    /// The variable of a service by its key, with the scope in which its names are looked up: its own before those of
    /// its groups.
    variables: BTreeMap<(ResourceId, &'a str), (Scope, &'a EnvVar)>,
}

impl<'a> Copies<'a> {
    /// Looks at the services that something is copied from.
    pub(super) fn new(blueprint: &'a Blueprint, text: &'a str) -> Self {
        let mut copies = Self { blueprint, text, variables: BTreeMap::new() };
        let sources: BTreeSet<ResourceId> = blueprint
            .resources
            .iter()
            .flat_map(|consumer| consumer.env_vars.iter().map(move |var| (consumer, var)))
            .filter_map(|(consumer, var)| Some(copies.source(consumer.scope, var)?.0.id))
            .collect();
        for source in sources {
            let source = blueprint.resource(source);
            for var in &source.env_vars {
                copies.add(source, source.scope, var);
            }
            let groups = source.env_vars.iter().filter_map(|var| var.from_group.text());
            let groups = groups.filter_map(|name| blueprint.find_group(name, source.scope));
            for group in groups.map(|group| &blueprint.groups[group.0]) {
                for var in &group.env_vars {
                    copies.add(source, group.scope, var);
                }
            }
        }
        copies
    }

    fn add(&mut self, owner: &Resource, scope: Scope, var: &'a EnvVar) {
        if let Some(key) = var.key.text() {
            self.variables.entry((owner.id, key)).or_insert((scope, var));
        }
    }

    /// The service whose variable `var` copies, and the key of it; `None` when it copies none, or one that Render sets.
    fn source(&self, scope: Scope, var: &'a EnvVar) -> Option<(&'a Resource, &'a Present<String>)> {
        let reference = &var.from_service.present()?.value;
        let key = reference.env_var_key.present()?;
        if !reference.property.is_absent() || is_builtin_variable(&key.value) {
            return None;
        }
        let (name, kind) = (reference.name.text()?, reference.kind.text());
        match resolve_service(self.blueprint, scope, name, kind) {
            Resolution::Found(target) => Some((self.blueprint.resource(target.resource), key)),
            Resolution::Undeclared => None,
        }
    }

    /// Adds the wires of every address that `consumer` gets by copying with `var`.
    pub(super) fn follow(&self, consumer: &'a Resource, var: &'a EnvVar, out: &mut Vec<Wire>) {
        let Some((mut owner, place)) = self.source(consumer.scope, var) else { return };
        let mut key = place;
        let mut seen = BTreeSet::new();
        while seen.insert((owner.id, key.value.as_str())) {
            let Some((scope, found)) = self.variables.get(&(owner.id, key.value.as_str())) else {
                return;
            };
            let Some(next) = self.source(*scope, found) else {
                let written = Written { owner, scope: *scope, var: found };
                return self.read(consumer, var, place, &written, out);
            };
            (owner, key) = next;
        }
    }

    /// The addresses in the variable at the end of a chain.
    fn read(
        &self,
        consumer: &'a Resource,
        var: &'a EnvVar,
        place: &Present<String>,
        written: &Written<'a>,
        out: &mut Vec<Wire>,
    ) {
        let Written { owner, scope, var: found } = *written;
        let reader = Reader {
            blueprint: self.blueprint,
            text: self.text,
            consumer,
            scope,
            var: found,
            held_as: var,
        };
        let mut wires = Vec::new();
        reader.references(&mut wires);
        // A host that somebody wrote is looked up where it is used, as that of a group is.
        Reader { scope: consumer.scope, ..reader }.literals(&mut wires);
        for mut wire in wires {
            if !matches!(wire.class, EdgeClass::Private | EdgeClass::Public) {
                continue;
            }
            let source = Source {
                owner: owner.id,
                variable: found.name().to_owned(),
                span: wire.cause.span,
                path: std::mem::take(&mut wire.cause.path),
                kind: wire.cause.kind,
            };
            var.name().clone_into(&mut wire.cause.variable);
            wire.cause.span = place.span;
            wire.cause.entry = var.span;
            wire.cause.path.clone_from(&var.path);
            wire.cause.kind = CauseKind::Copied;
            wire.cause.source = Some(source);
            out.push(wire);
        }
    }
}

/// A variable, who has it, and where its names are looked up.
struct Written<'a> {
    owner: &'a Resource,
    scope: Scope,
    var: &'a EnvVar,
}
