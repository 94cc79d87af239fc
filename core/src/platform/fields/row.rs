//! A row of the tables.

use super::{Condition, SchemaNode};
use crate::platform::Kind;
use crate::platform::ledger::{CHANGELOG, Evidence, SCHEMA, SPEC};

/// One field at one node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldFacts {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub takes: FieldType,
    /// The kinds of services that have it; empty if the node is not a service.
    pub kinds: &'static [Kind],
    /// The kinds among them on which it has no effect although SCHEMA accepts it (SPEC).
    pub no_effect_on: &'static [Kind],
    /// Whether it is required.
    pub required: Required,
    /// The default, for a resource that does not exist yet.
    pub default: Option<&'static str>,
    /// Set for an old name: the path of the field that replaces it, from the same node.
    pub replaced_by: Option<&'static str>,
    /// Values beyond its type that SCHEMA accepts and Render rejects.
    pub lenient: &'static [&'static str],
    /// Whether SCHEMA knows it. Render still reads two old names that SCHEMA does not know (SPEC).
    pub in_schema: bool,
    /// Whether it cannot change after the resource is created (SPEC).
    pub immutable: bool,
    /// What it does, in one sentence or two.
    pub help: &'static str,
    /// Where this is documented.
    pub source: Source,
}

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Any text.
    Text,
    /// A string or a number.
    TextOrNumber,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Whole {
        /// The least one.
        min: i64,
        /// The greatest one, where there is one.
        max: Option<i64>,
    },
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A mapping with the fields of a node.
    Mapping(SchemaNode),
    /// A service: a mapping with the fields of its kind.
    Service,
    /// A list of such.
    List(&'static Self),
}

/// Whether a field is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// It is optional.
    No,
    /// Always (SCHEMA).
    Yes,
    /// Unless that other field is there (SCHEMA).
    Unless(&'static str),
    /// If this condition applies, which Render's validator checks and SCHEMA does not.
    When(Condition),
}

/// Where a row is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The Blueprint YAML Reference.
    Spec,
    /// The JSON schema of render.yaml, where the reference says nothing.
    Schema,
    /// The changelog entry on workflows.
    Workflows,
}

impl FieldType {
    /// The type of the items of the innermost list; itself if it is not a list.
    #[must_use]
    pub fn innermost(self) -> Self {
        match self {
            Self::List(item) => item.innermost(),
            other => other,
        }
    }

    /// Its type, with an article: `a list`.
    pub fn a_words(self) -> &'static str {
        match self {
            Self::Text | Self::OneOf(_) => "a string",
            Self::TextOrNumber => "a string or a number",
            Self::Boolean => "`true` or `false`",
            Self::Whole { .. } => "a whole number",
            Self::Mapping(_) | Self::Service => "a mapping",
            Self::List(_) => "a list",
        }
    }
}

impl Source {
    /// Its address.
    pub fn url(self) -> &'static str {
        self.evidence().url.unwrap_or_default()
    }

    /// The date of what was read there, ISO 8601.
    pub fn date(self) -> &'static str {
        self.evidence().date
    }

    fn evidence(self) -> &'static Evidence {
        match self {
            Self::Spec => &SPEC,
            Self::Schema => &SCHEMA,
            Self::Workflows => &CHANGELOG,
        }
    }
}

/// A row without anything special.
pub(super) const fn field(name: &'static str, takes: FieldType, help: &'static str) -> FieldFacts {
    FieldFacts {
        name,
        takes,
        kinds: &[],
        no_effect_on: &[],
        required: Required::No,
        default: None,
        replaced_by: None,
        lenient: &[],
        in_schema: true,
        immutable: false,
        help,
        source: Source::Spec,
    }
}

impl FieldFacts {
    /// Whether the field has to be there in a mapping of which `has` tells the other fields.
    pub fn is_needed_beside(&self, has: impl Fn(&str) -> bool) -> bool {
        match self.required {
            Required::Yes | Required::When(Condition::Always) => true,
            Required::Unless(other) | Required::When(Condition::Without(other)) => !has(other),
            Required::No | Required::When(_) => false,
        }
    }

    pub(super) const fn on(mut self, kinds: &'static [Kind]) -> Self {
        self.kinds = kinds;
        self
    }

    pub(super) const fn no_effect_on(mut self, kinds: &'static [Kind]) -> Self {
        self.no_effect_on = kinds;
        self
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = Required::Yes;
        self
    }

    pub(super) const fn required_unless(mut self, other: &'static str) -> Self {
        self.required = Required::Unless(other);
        self
    }

    pub(super) const fn required_when(mut self, condition: Condition) -> Self {
        self.required = Required::When(condition);
        self
    }

    pub(super) const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }

    pub(super) const fn now(mut self, name: &'static str) -> Self {
        self.replaced_by = Some(name);
        self
    }

    pub(super) const fn lenient(mut self, values: &'static [&'static str]) -> Self {
        self.lenient = values;
        self
    }

    pub(super) const fn unknown_to_schema(mut self) -> Self {
        self.in_schema = false;
        self
    }

    pub(super) const fn immutable(mut self) -> Self {
        self.immutable = true;
        self
    }

    pub(super) const fn source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }
}
