//! Environment groups.

use super::env::EnvVar;
use super::field::{Field, Key};
use super::scope::Scope;
use crate::text::Span;

/// An environment group.
#[derive(Clone, Debug, PartialEq)]
pub struct EnvironmentGroup {
    /// `name`
    pub name: Field<String>,
    /// The scope it is in.
    pub scope: Scope,
    /// Its variables, in source order.
    pub env_vars: Vec<EnvVar>,
    /// The whole entry.
    pub span: Span,
    /// Its place in the file's structure.
    pub path: String,
    /// Every key as written.
    pub keys: Vec<Key>,
}
