//! A secret in a text.

use crate::sort;
use crate::text::Span;

/// A stretch of the text that looks like a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretValue {
    /// Where it is: without quotes around it.
    pub span: Span,
    /// The variable or the key that holds it; empty outside of any.
    pub name: String,
    /// The secrets that it is made of, where several overlap; empty where it is one.
    pub parts: Vec<Span>,
}

impl SecretValue {
    /// One secret.
    pub(super) fn new(span: Span, name: String) -> Self {
        Self { span, name, parts: Vec::new() }
    }

    /// Whatever of it may be repeated elsewhere by itself.
    pub(super) fn stretches(&self) -> impl Iterator<Item = Span> + use<'_> {
        std::iter::once(self.span).chain(self.parts.iter().copied())
    }

    fn join(&mut self, other: Self) {
        if self.name.is_empty() {
            self.name = other.name;
        }
        if other.span == self.span {
            return;
        }
        if self.parts.is_empty() {
            self.parts.push(self.span);
        }
        self.parts.push(other.span);
        self.span = self.span.cover(other.span);
    }
}

/// The same secrets in source order; those that share a character are one, which has the name of the first that has one.
pub(super) fn joined(mut found: Vec<SecretValue>) -> Vec<SecretValue> {
    sort::by_key(&mut found, |secret| secret.span);
    let mut out: Vec<SecretValue> = Vec::with_capacity(found.len());
    for secret in found.into_iter().filter(|secret| !secret.span.is_empty()) {
        match out.last_mut() {
            Some(last) if secret.span.start < last.span.end => last.join(secret),
            _ => out.push(secret),
        }
    }
    out
}
