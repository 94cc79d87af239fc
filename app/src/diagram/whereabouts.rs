//! The answer to "where am I": the place in the outline, and what stands behind a node.

use blueprint_lens_core::scene::outline::{Item, Outline, Place};
use blueprint_lens_core::wording::spoken;

use crate::state::Picture;

/// Where `place` is; of a node also what it leads to, connection by connection.
pub(super) fn whereabouts(picture: &Picture, outline: &Outline<'_>, place: &Place) -> String {
    let mut said = outline.whereabouts(place);
    let question = picture.snapshot.analysis.question();
    if let Item::Node(id) = &place.item
        && let Some(node) = question.network.find(id)
    {
        said.push(' ');
        said.push_str(&spoken::behind(question, node));
    }
    said
}
