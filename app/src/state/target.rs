//! What can be pointed at.

/// A node or an edge of the picture, by its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// A node.
    Node(String),
    /// An edge.
    Edge(String),
}
