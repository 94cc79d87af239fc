//! A field of the Blueprint: present, absent or malformed, and where.

use crate::syntax::{Entry, Node, Value};
use crate::text::Span;

/// What a file says about one field.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Field<T> {
    /// The key is not there.
    #[default]
    Absent,
    /// The key is there with a value of the right kind.
    Present(Present<T>),
    /// The key is there with something else.
    Malformed(Malformed),
}

/// A value and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Present<T> {
    /// The key.
    pub key: Span,
    /// The value.
    pub span: Span,
    /// What it says.
    pub value: T,
}

/// A value of the wrong kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The key.
    pub key: Span,
    /// The value that is there.
    pub span: Span,
    /// Its kind, and its text when it is a scalar.
    pub found: MalformedValue,
}

/// What a field holds when it is not what belongs there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MalformedValue {
    /// Nothing, or `null`.
    Null,
    /// A scalar with this text.
    Scalar(String),
    /// A list.
    Sequence,
    /// A mapping.
    Mapping,
}

/// One key of a mapping as written, for rules that look at which keys are there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key's text.
    pub name: String,
    /// The key.
    pub span: Span,
    /// Its value.
    pub value: Span,
    /// The kind of its value.
    pub value_kind: ValueKind,
}

/// The kinds of values in YAML, with null apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// Nothing, or `null`.
    Null,
    /// A scalar.
    Scalar,
    /// A list.
    Sequence,
    /// A mapping.
    Mapping,
}

impl Key {
    /// The key of an entry; `None` when it is no text.
    pub(crate) fn of(entry: &Entry) -> Option<Self> {
        Some(Self {
            name: entry.key.as_scalar()?.text.clone(),
            span: entry.key.span,
            value: entry.value.span,
            value_kind: ValueKind::of(&entry.value),
        })
    }
}

impl ValueKind {
    /// The kind of a node's value.
    pub(crate) fn of(node: &Node) -> Self {
        if node.is_null() {
            return Self::Null;
        }
        match &node.value {
            Value::Scalar(_) => Self::Scalar,
            Value::Sequence(_) => Self::Sequence,
            Value::Mapping(_) => Self::Mapping,
        }
    }
}

impl<T> Field<T> {
    /// The value, when present.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Present(present) => Some(&present.value),
            Self::Absent | Self::Malformed(_) => None,
        }
    }

    /// The value with its place, when present.
    pub fn present(&self) -> Option<&Present<T>> {
        match self {
            Self::Present(present) => Some(present),
            Self::Absent | Self::Malformed(_) => None,
        }
    }

    /// Whether the key is not there.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the key is there with something that cannot be read.
    pub fn is_malformed(&self) -> bool {
        matches!(self, Self::Malformed(_))
    }

    /// The place of the value, present or malformed.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Absent => None,
            Self::Present(present) => Some(present.span),
            Self::Malformed(malformed) => Some(malformed.span),
        }
    }

    /// The place of the key, present or malformed.
    pub fn key_span(&self) -> Option<Span> {
        match self {
            Self::Absent => None,
            Self::Present(present) => Some(present.key),
            Self::Malformed(malformed) => Some(malformed.key),
        }
    }
}

impl Field<String> {
    /// The text, when present.
    pub fn text(&self) -> Option<&str> {
        self.value().map(String::as_str)
    }
}
