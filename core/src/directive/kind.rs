//! What a directive can say.

use crate::text::Span;

/// What a directive says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DirectiveKind {
    /// Findings to take away.
    Suppress(Suppression),
    /// What must be true.
    Assert(Assertion),
    /// Neither, and what is wrong with it.
    Malformed {
        /// The smallest text that is wrong.
        span: Span,
        /// In words: lower case, no full stop.
        message: String,
    },
}

/// Findings to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// Codes of rules as written, with their places.
    pub codes: Vec<Word>,
    /// Where the findings lie.
    pub coverage: Coverage,
}

/// Where a suppression holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// Everywhere: it is above everything the file says.
    File,
    /// For findings that start on this 0-based line.
    Line(usize),
}

/// A word of a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it is.
    pub span: Span,
    /// The word.
    pub text: String,
}

/// What must be true of two resources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    /// The whole assertion, the word `assert` included.
    pub span: Span,
    /// The callers: one, or several behind `only`.
    pub from: Vec<Word>,
    /// The callee.
    pub to: Word,
    /// What is claimed.
    pub relation: Relation,
    /// In which sense.
    pub sense: Sense,
}

/// What an assertion claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `a -> b`
    Connects,
    /// `a -/> b`
    ConnectsNot,
    /// `only a -> b`: these do, and nobody else does.
    Only,
}

/// The sense in which one thing connects to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// The network lets the connection through.
    Reachable,
    /// A variable of the caller holds the callee's address.
    Wired,
}
