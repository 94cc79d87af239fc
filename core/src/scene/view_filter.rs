//! What a visitor asks the picture to leave out, to draw as one box, or to focus on.

use std::collections::BTreeSet;

/// What is to be drawn; the default is everything. Words that mean nothing in a network are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewFilter {
    /// The id of the node that is drawn with its neighbours only.
    pub focus: Option<String>,
    /// Kinds that are left out, as [`NetNode::kind_id`](crate::graph::NetNode::kind_id) says them.
    pub hidden: BTreeSet<String>,
    /// Ids of the boxes that are drawn for several resources: lanes, environments' frames, and resources alike. `None`
    /// leaves it to the size of the network ([`folds`](super::folds)).
    pub folded: Option<BTreeSet<String>>,
    /// Whether the lines of copied values are drawn as well.
    pub copied: bool,
}

impl ViewFilter {
    /// Whether nothing is asked to be left out.
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// Adds a word to one of the sets, or takes it out.
    pub fn toggle(set: &mut BTreeSet<String>, word: &str) {
        if !set.remove(word) {
            set.insert(word.to_owned());
        }
    }
}
