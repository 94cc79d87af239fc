//! The answer to "where am I": the place in the outline, and what stands behind a node.

use blueprint_lens_core::reach::{Along, hops};
use blueprint_lens_core::scene::outline::{Item, Outline, Place};

use crate::state::Picture;

/// Where `place` is; of a node also what it leads to, connection by connection.
pub(super) fn whereabouts(picture: &Picture, outline: &Outline<'_>, place: &Place) -> String {
    let mut said = outline.whereabouts(place);
    if let Item::Node(id) = &place.item
        && let Some(behind) = behind(picture, id)
    {
        said.push(' ');
        said.push_str(&behind);
    }
    said
}

/// What stands behind a node by what is wired: first what it calls, then what that calls, and so on.
fn behind(picture: &Picture, id: &str) -> Option<String> {
    let question = picture.snapshot.analysis.question();
    let network = question.network;
    let levels = hops(question, network.find(id)?, Along::Wired);
    if levels.is_empty() {
        return Some("Nothing stands behind it.".to_owned());
    }
    let names = |level: Vec<_>| {
        let names: Vec<&str> =
            level.into_iter().map(|node| network.node(node).name.as_str()).collect();
        names.join(", ")
    };
    let levels: Vec<String> = levels.into_iter().map(names).collect();
    Some(format!("Behind it: {}.", levels.join("; then ")))
}
