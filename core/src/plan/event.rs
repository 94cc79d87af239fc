//! One difference between base and head, and the questions that rules ask about it.

use std::collections::BTreeMap;

use super::consequence::Mode;
use super::sides::Sides;
use super::unmatched::Likeness;
use crate::diff::{FieldValue, Item, PartKind, Shown, shown};
use crate::model::{EnvVar, Resource};
use crate::platform::Kind;

/// A difference.
pub(super) struct Event<'a> {
    /// Both sides.
    pub(super) sides: &'a Sides<'a>,
    /// The part in the base.
    pub(super) old: Option<&'a Item<'a>>,
    /// The part in the head.
    pub(super) new: Option<&'a Item<'a>>,
    /// What differs.
    pub(super) what: What<'a>,
}

/// What differs.
pub(super) enum What<'a> {
    /// The base does not have the part. With a likeness, one of the base looks like its former self.
    Created(Option<&'a Likeness>),
    /// The head does not have the part. With a likeness, one of the head looks like its new self.
    Left(Option<&'a Likeness>),
    /// The part exists, and the sync takes it over.
    TakenOver,
    /// A variable of a part that the base does not have.
    NewVariable {
        /// As in a difference: `envVars.KEY`.
        name: String,
        value: FieldValue,
        var: &'a EnvVar,
    },
    /// A field of a part of both sides.
    Field {
        /// As in a difference: `plan`, `envVars.KEY`.
        name: String,
        before: Option<FieldValue>,
        after: Option<FieldValue>,
        /// The variables of the part on both sides.
        variables: &'a Variables<'a>,
    },
    /// The project and environment of a part of both sides.
    Scope,
    /// The file of a part of both sides, where both are workspaces.
    File,
}

/// The variables of a part by their keys, in the base and in the head.
#[derive(Default)]
pub(super) struct Variables<'a> {
    pub(super) old: BTreeMap<&'a str, &'a EnvVar>,
    pub(super) new: BTreeMap<&'a str, &'a EnvVar>,
    /// The only variable with `generateValue` that is gone, and the only one that is new.
    pub(super) renamed_secret: Option<(&'a str, &'a str)>,
}

/// A variable that differs.
pub(super) struct VariableChange<'e> {
    pub(super) key: &'e str,
    pub(super) old: Option<&'e EnvVar>,
    pub(super) new: Option<&'e EnvVar>,
    pub(super) all: &'e Variables<'e>,
}

/// A field that differs.
pub(super) struct FieldEvent<'e> {
    pub(super) name: &'e str,
    /// Its text in the base, which may be a secret.
    pub(super) before: Option<&'e str>,
    /// Its text in the head, which may be a secret.
    pub(super) after: Option<&'e str>,
}

impl<'a> Event<'a> {
    /// The part, of the head first.
    pub(super) fn item(&self) -> Option<&'a Item<'a>> {
        self.new.or(self.old)
    }

    /// The name of the part, in backticks.
    pub(super) fn name(&self) -> String {
        self.item().map_or_else(|| "the file".to_owned(), quoted)
    }

    /// What sort of thing the part is.
    pub(super) fn sort(&self) -> PartKind {
        self.item().map_or(PartKind::File, |item| item.sort)
    }

    /// The kind of a resource, of the head first.
    pub(super) fn kind(&self) -> Option<Kind> {
        self.item().and_then(|item| item.kind)
    }

    /// Whether the part holds data of its own.
    pub(super) fn is_datastore(&self) -> bool {
        matches!(self.kind(), Some(Kind::Postgres | Kind::KeyValue))
    }

    /// Whether the part is a resource: a service, a database or a read replica.
    pub(super) fn is_resource(&self) -> bool {
        matches!(self.sort(), PartKind::Service | PartKind::Database | PartKind::Replica)
    }

    /// The resource in the base.
    pub(super) fn old_resource(&self) -> Option<&'a Resource> {
        let id = self.old?.resource()?;
        Some(self.sides.base.blueprint().resource(id))
    }

    /// The resource in the head.
    pub(super) fn new_resource(&self) -> Option<&'a Resource> {
        let id = self.new?.resource()?;
        Some(self.sides.head.blueprint().resource(id))
    }

    /// Whether the part costs something: static sites and what has the free plan do not.
    pub(super) fn is_billed(&self) -> bool {
        let resource = self.new_resource().or_else(|| self.old_resource());
        self.is_resource() && !resource.is_some_and(Resource::costs_nothing)
    }

    /// Whether a service keeps data on a disk of its own.
    pub(super) fn has_disk(&self) -> bool {
        let resource = self.new_resource().or_else(|| self.old_resource());
        resource.is_some_and(|resource| resource.settings.filled("disk").is_some())
    }

    /// Whether the sync is the first one.
    pub(super) fn is_first(&self) -> bool {
        self.sides.mode == Mode::First
    }

    /// The field, when one differs.
    pub(super) fn field(&self) -> Option<FieldEvent<'_>> {
        let What::Field { name, before, after, .. } = &self.what else { return None };
        Some(FieldEvent {
            name,
            before: before.as_ref().map(|value| value.text.as_str()),
            after: after.as_ref().map(|value| value.text.as_str()),
        })
    }

    /// The field, when it is the one of that name.
    pub(super) fn field_named(&self, name: &str) -> Option<FieldEvent<'_>> {
        self.field().filter(|field| field.name == name)
    }

    /// The variable, when one of a part of both sides differs as a whole.
    pub(super) fn variable(&self) -> Option<VariableChange<'_>> {
        let What::Field { name, variables, .. } = &self.what else { return None };
        let key = name.strip_prefix("envVars.")?;
        // The same key twice is told apart by a number.
        let key = key.split_once('#').map_or(key, |(key, _)| key);
        let (old, new) = (variables.old.get(key).copied(), variables.new.get(key).copied());
        (old.is_some() || new.is_some()).then_some(VariableChange { key, old, new, all: variables })
    }

    /// The group whose link differs.
    pub(super) fn linked_group(&self) -> Option<&str> {
        let What::Field { name, .. } = &self.what else { return None };
        name.strip_prefix("envVars.fromGroup ")
    }

    /// Both values of the field as they may be shown.
    pub(super) fn shown(&self) -> (Option<Shown>, Option<Shown>) {
        let What::Field { name, before, after, .. } = &self.what else { return (None, None) };
        let of = |value: &Option<FieldValue>| value.as_ref().map(|value| shown(name, value));
        (of(before), of(after))
    }

    /// `from X to Y`, `to Y` or `from X`, with values that may be shown.
    pub(super) fn step(&self) -> String {
        match self.shown() {
            (Some(before), Some(after)) => {
                format!("from `{}` to `{}`", before.text, after.text)
            }
            (None, Some(after)) => format!("to `{}`", after.text),
            (Some(before), None) => format!("from `{}`", before.text),
            (None, None) => String::new(),
        }
    }
}

impl FieldEvent<'_> {
    /// Whether the head no longer sets it.
    pub(super) fn is_gone(&self) -> bool {
        self.after.is_none()
    }
}

/// The name of a part, in backticks.
pub(super) fn quoted(item: &Item<'_>) -> String {
    format!("`{}`", item.part.name)
}
