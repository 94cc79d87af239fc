//! What one variable says: every reference and every literal address, with what it aims at and over which way.

use super::edge::{Cause, CauseKind, EdgeClass};
use super::literals::{LiteralHost, hosts_in, place_in_value};
use super::opener::{Opener, opener};
use super::resolve::{
    Resolution, Sibling, is_onrender, resolve_database, resolve_service, sibling,
};
use super::wire::{Wire, WireTarget};
use crate::conventions::{DATASTORE_SCHEMES, is_loopback};
use crate::model::{
    Blueprint, DatabaseReference, EnvVar, Present, Resource, Scope, ServiceReference,
};
use crate::platform::{
    DISCOVERY_VARIABLE, Kind, external_datastore_host, internal_datastore_host, is_plain_text,
    is_public_address_variable, read_reference_kind,
};
use crate::text::Span;

/// Reads one variable for one consumer.
pub(super) struct Reader<'a> {
    pub(super) blueprint: &'a Blueprint,
    pub(super) text: &'a str,
    /// Who uses the value.
    pub(super) consumer: &'a Resource,
    /// Where names are looked up: those of references where the variable is held, hosts that somebody wrote where they
    /// are used.
    pub(super) scope: Scope,
    pub(super) var: &'a EnvVar,
    /// The variable in which the consumer has the value: a copy, where it copies the other.
    pub(super) held_as: &'a EnvVar,
}

impl Reader<'_> {
    fn cause(&self, kind: CauseKind, span: Span) -> Cause {
        Cause {
            consumer: self.consumer.id,
            variable: self.var.name().to_owned(),
            span,
            entry: self.var.span,
            path: self.var.path.clone(),
            kind,
            source: None,
        }
    }

    fn server_side(&self) -> bool {
        opener(self.consumer, self.held_as.key.text()) == Opener::Server
    }

    pub(super) fn references(&self, out: &mut Vec<Wire>) {
        if let Some(reference) = self.var.from_service.present() {
            out.extend(self.service_wire(reference));
        }
        if let Some(reference) = self.var.from_database.present() {
            out.extend(self.database_wire(reference));
        }
    }

    fn service_wire(&self, reference: &Present<ServiceReference>) -> Option<Wire> {
        let name = reference.value.name.present()?;
        let kind = reference.value.kind.text();
        let target = match resolve_service(self.blueprint, self.scope, &name.value, kind) {
            Resolution::Found(target) => WireTarget::Declared(target.resource),
            Resolution::Undeclared => WireTarget::Undeclared {
                name: name.value.clone(),
                expected: kind.and_then(|kind| read_reference_kind(kind).kind()),
            },
        };
        Some(Wire {
            class: self.service_class(&reference.value, &target),
            target,
            server_side: self.server_side(),
            cause: self.cause(CauseKind::Service, name.span),
            type_word: reference.value.kind.present().map(|kind| kind.span),
        })
    }

    /// The class of a `fromService`. A property that Render does not know still asks for an address.
    fn service_class(&self, reference: &ServiceReference, target: &WireTarget) -> EdgeClass {
        let target_kind = match target {
            WireTarget::Declared(resource) => self.blueprint.resource(*resource).kind.kind(),
            WireTarget::Undeclared { expected, .. } => *expected,
            WireTarget::External { .. } => None,
        };
        match (reference.property.text(), reference.env_var_key.text()) {
            (None, Some(key)) if is_public_address_variable(key) => EdgeClass::Public,
            (None, Some(DISCOVERY_VARIABLE)) => EdgeClass::Private,
            (None, Some(_)) => EdgeClass::Config,
            (Some("slug"), _) => EdgeClass::Control,
            // Official templates build `https://<host>.onrender.com` from it in the browser.
            (Some("host"), _)
                if self.consumer.kind.kind() == Some(Kind::Static)
                    && target_kind == Some(Kind::Web) =>
            {
                EdgeClass::Public
            }
            _ => EdgeClass::Private,
        }
    }

    fn database_wire(&self, reference: &Present<DatabaseReference>) -> Option<Wire> {
        let name = reference.value.name.present()?;
        let target = match resolve_database(self.blueprint, self.scope, &name.value) {
            Resolution::Found(target) => WireTarget::Declared(target.resource),
            Resolution::Undeclared => {
                WireTarget::Undeclared { name: name.value.clone(), expected: Some(Kind::Postgres) }
            }
        };
        Some(Wire {
            target,
            class: match reference.value.property.text() {
                Some(property) if is_plain_text(property) => EdgeClass::Config,
                _ => EdgeClass::Private,
            },
            server_side: self.server_side(),
            cause: self.cause(CauseKind::Database, name.span),
            type_word: None,
        })
    }

    pub(super) fn literals(&self, out: &mut Vec<Wire>) {
        let Some(value) = self.var.value.present() else { return };
        let key = self.var.key.text().unwrap_or_default();
        for literal in hosts_in(&value.value.text) {
            let Some((target, class)) = self.literal_target(key, &literal) else { continue };
            let span = place_in_value(self.text, value, literal.at.clone());
            out.push(Wire {
                target,
                class,
                server_side: self.server_side(),
                cause: self.cause(CauseKind::Literal, span),
                type_word: None,
            });
        }
    }

    fn literal_target(&self, key: &str, literal: &LiteralHost) -> Option<(WireTarget, EdgeClass)> {
        let host = literal.host.name.as_str();
        match sibling(self.blueprint, self.scope, key, literal) {
            Some(Sibling::Public(resource)) => {
                return Some((WireTarget::Declared(resource), EdgeClass::Public));
            }
            Some(Sibling::Internal(resource)) => {
                return Some((WireTarget::Declared(resource), EdgeClass::Private));
            }
            None => {}
        }
        let is_datastore_url =
            literal.scheme.as_deref().is_some_and(|scheme| DATASTORE_SCHEMES.contains(&scheme));
        if internal_datastore_host(host) {
            let expected = if host.starts_with("dpg-") { Kind::Postgres } else { Kind::KeyValue };
            let target = WireTarget::Undeclared { name: host.to_owned(), expected: Some(expected) };
            Some((target, EdgeClass::Private))
        } else if external_datastore_host(host)
            || (is_onrender(host) && self.server_side())
            || (is_datastore_url && !is_loopback(host) && literal.host.name.contains('.'))
        {
            Some((WireTarget::External { host: host.to_owned() }, EdgeClass::Public))
        } else {
            None
        }
    }
}
