//! Projects and their environments.

use super::field::{Field, Key};
use super::scope::EnvironmentId;
use crate::text::{FileId, Span};

/// A project.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// `name`
    pub name: Field<String>,
    /// The whole entry.
    pub span: Span,
    /// Its place in the file's structure.
    pub path: String,
    /// Every key as written.
    pub keys: Vec<Key>,
}

/// An environment of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Environment {
    /// Index of its project in [`Blueprint::projects`](super::Blueprint::projects).
    pub project: usize,
    /// `name`
    pub name: Field<String>,
    /// How many environments before it in its file have the same project and name: 0, but for a mistake.
    pub twin: usize,
    /// The file that declares it.
    pub file: FileId,
    /// The first environment that is the same one on Render: one of an earlier file with the same project and name, else
    /// itself.
    pub first: EnvironmentId,
    /// Of the first one, those of later files.
    pub further: Vec<EnvironmentId>,
    /// `networking.isolation`, as written.
    pub isolation: Field<String>,
    /// `permissions.protection`, as written.
    pub protection: Field<String>,
    /// The whole entry.
    pub span: Span,
    /// Its place in the file's structure.
    pub path: String,
    /// Every key as written.
    pub keys: Vec<Key>,
}
