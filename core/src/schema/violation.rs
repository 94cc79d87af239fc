//! What can be wrong with a field.

use std::sync::Arc;

use super::siblings::Siblings;
use crate::model::Key;
use crate::platform::{FieldType, Kind, SchemaNode};
use crate::text::Span;

/// A field that breaks the rules of the language.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// The node that takes the field, or does not.
    pub node: SchemaNode,
    /// Name of the field; empty for the node as a whole.
    pub field: String,
    /// What is wrong.
    pub kind: ViolationKind,
    /// The smallest text that is wrong; for what is missing, the head of what misses it.
    pub span: Span,
    /// Its path in the file: of the parent, for what is missing.
    pub path: String,
    /// Whether the official schema refuses it. Where it does not, Render's validator or the reference does.
    pub refused: bool,
    /// The fields beside it as written, itself included: one list for all findings in a mapping.
    pub siblings: Arc<Siblings>,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq)]
pub enum ViolationKind {
    /// The node does not take it.
    Unknown,
    /// It is required and not there.
    Missing,
    /// None of these is there, one of which is required.
    MissingOneOf(&'static [&'static str]),
    /// It excludes another field, which is present.
    Excluded {
        /// Name of the other field.
        by: &'static str,
        /// Its key.
        key: Span,
    },
    /// It takes something else.
    WrongType {
        /// What it takes.
        takes: FieldType,
        /// The value that is there.
        found: FoundValue,
    },
    /// It takes one of these words.
    NotInList {
        /// The words.
        known: &'static [&'static str],
        /// The value that is there.
        written: String,
    },
    /// It takes numbers of another range.
    OutOfRange {
        /// The least one.
        min: i64,
        /// The greatest one, where there is one.
        max: Option<i64>,
        /// The value that is there.
        written: String,
    },
    /// A resource of that kind is in the wrong list.
    Misplaced(Kind),
}

/// A value whose type does not match its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundValue {
    /// Nothing, or `null`.
    Null,
    /// `true` or `false`, with the text as written.
    Boolean(String),
    /// A number, with the text as written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List,
    /// A mapping, with its keys.
    Mapping(Vec<Key>),
}
