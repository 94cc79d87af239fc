//! Environment variables in all their forms (SPEC "environment variables").

use super::field::{Field, Key};
use crate::text::Span;

/// One entry of `envVars`.
#[derive(Clone, Debug, PartialEq)]
pub struct EnvVar {
    /// The whole entry.
    pub span: Span,
    /// Its place in the file's structure: `services[0].envVars[1]`.
    pub path: String,
    /// `key`
    pub key: Field<String>,
    /// `value`
    pub value: Field<Literal>,
    /// `generateValue`
    pub generate_value: Field<bool>,
    /// `sync`
    pub sync: Field<bool>,
    /// `previewValue`
    pub preview_value: Field<Literal>,
    /// `fromService`
    pub from_service: Field<ServiceReference>,
    /// `fromDatabase`
    pub from_database: Field<DatabaseReference>,
    /// `fromGroup`
    pub from_group: Field<String>,
    /// Every key as written.
    pub keys: Vec<Key>,
}

impl EnvVar {
    /// The variable's name for people: its key, or a word for what it is.
    pub fn name(&self) -> &str {
        self.key.text().unwrap_or(if self.from_group.is_absent() { "(no key)" } else { "(group)" })
    }

    /// The key as written, when the entry has it.
    pub fn written(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// A literal value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// The text that reaches the app.
    pub text: String,
    /// What YAML makes of it.
    pub form: LiteralForm,
    /// Whether it was written in quotes or as block text.
    pub quoted: bool,
}

/// What YAML makes of an unquoted literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiteralForm {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A boolean: under YAML 1.2 (`true`, `false`).
    Boolean,
    /// Nothing: `null`, `~` or empty.
    Null,
}

/// `fromService`
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceReference {
    /// `name`
    pub name: Field<String>,
    /// `type`
    pub kind: Field<String>,
    /// `property`
    pub property: Field<String>,
    /// `envVarKey`
    pub env_var_key: Field<String>,
    /// Every key as written.
    pub keys: Vec<Key>,
}

/// `fromDatabase`
#[derive(Clone, Debug, PartialEq)]
pub struct DatabaseReference {
    /// `name`
    pub name: Field<String>,
    /// `property`
    pub property: Field<String>,
    /// Every key as written.
    pub keys: Vec<Key>,
}
