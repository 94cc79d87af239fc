//! Where somebody stands in the outline, by ids that survive a redraw.

/// A place in the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The id of the group: the one stood on, or the one that holds the item. Where a node is in several groups, this is
    /// the one through which somebody has come.
    pub group: String,
    /// What is stood on.
    pub item: Item,
}

/// What is stood on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// The group itself.
    Group,
    /// The node of that id.
    Node(String),
    /// A connection of a node.
    Edge {
        /// Its id.
        id: String,
        /// The id of the node from which it is looked at.
        of: String,
    },
}

impl Place {
    /// On a group.
    pub(super) fn group(group: &str) -> Self {
        Self { group: group.to_owned(), item: Item::Group }
    }

    /// On a node.
    pub(super) fn node(group: &str, id: &str) -> Self {
        Self { group: group.to_owned(), item: Item::Node(id.to_owned()) }
    }

    /// On an edge of a node.
    pub(super) fn edge(group: &str, id: &str, of: &str) -> Self {
        let item = Item::Edge { id: id.to_owned(), of: of.to_owned() };
        Self { group: group.to_owned(), item }
    }
}
