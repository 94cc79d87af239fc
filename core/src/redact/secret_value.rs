//! A secret in a text.

use crate::text::Span;

/// A stretch of the text that looks like a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretValue {
    /// Where it is: without quotes around it.
    pub span: Span,
    /// The variable or the key that holds it; empty outside of any.
    pub name: String,
}
