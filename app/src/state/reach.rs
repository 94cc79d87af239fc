//! What the visitor asks about reach: which cells, which pair, which node's reach on the picture.

use blueprint_lens_core::html::Filter;
use blueprint_lens_core::reach::Direction;
use leptos::prelude::*;

/// Whose reach is highlighted on the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ReachHighlight {
    /// What this node can reach.
    From(String),
    /// What can reach this node.
    To(String),
}

impl ReachHighlight {
    /// The node's id.
    pub(crate) fn node(&self) -> &str {
        match self {
            Self::From(id) | Self::To(id) => id,
        }
    }

    /// Whether it asks what the node reaches, or what reaches the node.
    pub(crate) fn direction(&self) -> Direction {
        match self {
            Self::From(_) => Direction::From,
            Self::To(_) => Direction::To,
        }
    }

    /// Caller and callee, when `other` is the other end.
    pub(crate) fn pair_with(&self, other: &str) -> Option<(String, String)> {
        let pair = match self {
            Self::From(id) => (id.clone(), other.to_owned()),
            Self::To(id) => (other.to_owned(), id.clone()),
        };
        (pair.0 != pair.1).then_some(pair)
    }
}

/// Handles to what is asked.
#[derive(Clone, Copy)]
pub(crate) struct ReachState {
    /// Which cells of the matrix are shown.
    pub(crate) filter: RwSignal<Filter>,
    /// The pair that is explained: ids of caller and callee.
    pub(crate) opened: RwSignal<Option<(String, String)>>,
    /// Whose reach is highlighted on the picture.
    pub(crate) highlight: RwSignal<Option<ReachHighlight>>,
    /// The node that a what-if question is about.
    pub(crate) subject: RwSignal<Option<String>>,
}

impl ReachState {
    pub(super) fn new() -> Self {
        Self {
            filter: RwSignal::new(Filter::All),
            opened: RwSignal::new(None),
            highlight: RwSignal::new(None),
            subject: RwSignal::new(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ReachHighlight;

    #[test]
    fn a_second_node_makes_a_pair_in_the_right_direction() {
        let pair = |highlight: ReachHighlight, other: &str| highlight.pair_with(other);
        let owned = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        assert_eq!(pair(ReachHighlight::From("a".to_owned()), "b"), owned("a", "b"));
        assert_eq!(pair(ReachHighlight::To("a".to_owned()), "b"), owned("b", "a"));
        assert_eq!(pair(ReachHighlight::To("a".to_owned()), "a"), None);
    }
}
