//! Text to spanned tree. Never fails: a broken text yields its problems and everything that can still be understood.
//! Nothing here knows about Render.

mod load;
mod tree;

pub use tree::{
    Comment, Entry, Node, Scalar, ScalarStyle, SyntaxProblem, SyntaxProblemKind, SyntaxTree, Value,
};

/// Reads `text` as YAML.
pub fn parse(text: &str) -> SyntaxTree {
    load::load(text)
}
