//! What a picture is made of: a text alone, or together with the version that it is compared with.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::{
    Room, Scene, Subgraph, View, ViewFilter, build_subgraph, build_view, subgraph,
};

use super::comparison::Comparison;

/// A text, and what it is compared with.
#[derive(Clone, Copy)]
pub(crate) struct Drawable<'a> {
    /// The text.
    pub(crate) text: &'a Analysis,
    /// The comparison, if there is one.
    pub(crate) comparison: Option<&'a Comparison>,
}

impl Drawable<'_> {
    /// The filter with the boxes that the size of the network asks for in a room.
    pub(crate) fn with_folds(self, filter: &ViewFilter, room: Room) -> ViewFilter {
        match self.comparison {
            Some(both) => both.with_folds(self.text, filter, room),
            None => self.text.with_folds(filter, room),
        }
    }

    /// The part that a filter with folds draws; `None` when that is everything.
    pub(crate) fn part(self, filter: &ViewFilter) -> Option<Subgraph> {
        match self.comparison {
            Some(both) => both.part(self.text, filter),
            None => self.part_of_text(filter),
        }
    }

    /// The picture of all, or of the part that the filter draws. What is compared stands where it stands without the
    /// comparison, unless the view has something else to keep in place.
    pub(crate) fn scene(
        self,
        part: Option<&Subgraph>,
        filter: &ViewFilter,
        view: View<'_>,
    ) -> Scene {
        let Some(both) = self.comparison else { return self.scene_of_text(part, view) };
        let alone = view
            .previous
            .is_none()
            .then(|| self.scene_of_text(self.part_of_text(filter).as_ref(), view));
        let view = View { previous: view.previous.or(alone.as_ref()), ..view };
        both.scene(self.text, part, view)
    }

    /// How many nodes there are to draw.
    pub(crate) fn size(self, part: Option<&Subgraph>) -> usize {
        let all = || self.comparison.map_or(self.text.network(), |both| both.network());
        part.map_or_else(all, |part| &part.network).graph().node_count()
    }

    fn part_of_text(self, filter: &ViewFilter) -> Option<Subgraph> {
        let text = self.text;
        subgraph(text.blueprint(), text.network(), text.diagnostics(), filter)
    }

    fn scene_of_text(self, part: Option<&Subgraph>, view: View<'_>) -> Scene {
        let (blueprint, network) = (self.text.blueprint(), self.text.network());
        let found = self.text.found();
        match part {
            Some(part) => build_subgraph(blueprint, network, part, found, view),
            None => build_view(blueprint, network, found, view, false),
        }
    }
}
