//! What the worker makes of a text: all that the page shows while somebody types.

use std::collections::BTreeSet;

use blueprint_lens_core::analysis::Summary;
use blueprint_lens_core::diagnostics::Diagnostic;
use blueprint_lens_core::graph::{Network, NodeKind};
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::{Room, Scene, Subgraph, ViewFilter};
use blueprint_lens_core::text::Span;

use super::comparison::PlanView;
use super::wire::{Reader, Wire, Writer, record};

/// What is asked of the worker: the picture of a text.
#[derive(Debug, PartialEq)]
pub(crate) struct Question {
    /// The text.
    pub(crate) text: String,
    /// Whether what the last picture shows is to be kept in place.
    pub(crate) typed: bool,
    /// What is to be drawn.
    pub(crate) filter: ViewFilter,
    /// The rooms that there are for it.
    pub(crate) rooms: Rooms,
    /// The version that the text is compared with.
    pub(crate) former: Option<String>,
    /// What is wanted beside the picture.
    pub(crate) wanted: Wanted,
}

/// The rooms that there are for a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Rooms {
    /// For one of everything.
    pub(crate) whole: Room,
    /// Below the bar that says what a picture leaves out, or that it could leave something out.
    pub(crate) below_bar: Room,
}

impl Rooms {
    /// Whether the bar is there that says what a picture leaves out (`is_part`), or that it could leave something out.
    pub(crate) fn have_bar(
        is_part: bool,
        folds_by_itself: impl FnOnce() -> bool,
        filter: &ViewFilter,
    ) -> bool {
        is_part || (filter.folded.is_some() && folds_by_itself())
    }
}

/// What is wanted beside the picture of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The version that it is compared with, by its id.
    pub(crate) former: Option<String>,
    /// Whether the sync is the first one.
    pub(crate) first: bool,
    /// The hand work around a deploy.
    pub(crate) steps: bool,
}

/// What there is to show.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    /// Counts of everything.
    pub(crate) summary: Summary,
    /// What was found, in source order; of very many findings, the worst.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The declarations: where each is, and its node's id.
    pub(crate) declarations: Vec<(Span, String)>,
    /// The picture.
    pub(crate) drawing: Drawing,
    /// What was wanted beside it.
    pub(crate) wanted: Wanted,
    /// What the next sync does, where the text is compared.
    pub(crate) plan: Option<PlanView>,
    /// The hand work around a deploy.
    pub(crate) steps: Option<Html>,
}

/// A picture, and what it is a picture of.
#[derive(Debug, PartialEq)]
pub(crate) struct Drawing {
    /// What was asked to be drawn.
    pub(crate) filter: ViewFilter,
    /// The rooms that there were for it.
    pub(crate) rooms: Rooms,
    /// The one of them that it was drawn for.
    pub(crate) room: Room,
    /// The boxes that stand for several resources.
    pub(crate) folded: Option<BTreeSet<String>>,
    /// Whether there are such boxes unless the visitor says otherwise.
    pub(crate) folds_by_itself: bool,
    /// Empty where there is too much to draw.
    pub(crate) scene: Scene,
    /// How many nodes there are to draw, where they are too many.
    pub(crate) undrawn: Option<usize>,
    /// Whether it keeps in place what was shown before.
    pub(crate) is_stable: bool,
    /// What the filter leaves of the network, where it leaves anything out.
    pub(crate) part: Option<Part>,
}

/// How a part of the network stands for all of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    /// Nodes and edges, by their ids in order, each with the number of what represents it.
    representatives: Vec<(String, usize)>,
    /// The ids of what represents them: few stand for many.
    drawn: Vec<String>,
    /// How many declared resources have a box of their own.
    pub(crate) shown: usize,
    /// How many there are.
    pub(crate) total: usize,
    /// How many boxes stand for several resources.
    pub(crate) folded: usize,
    words: String,
}

impl Part {
    /// What `subgraph` leaves.
    pub(crate) fn new(subgraph: &Subgraph) -> Self {
        let drawn: BTreeSet<&String> = subgraph.representatives.values().collect();
        let drawn: Vec<String> = drawn.into_iter().cloned().collect();
        let number = |by: &String| drawn.binary_search(by).unwrap_or_default();
        let representatives = subgraph.representatives.iter();
        Self {
            representatives: representatives.map(|(id, by)| (id.clone(), number(by))).collect(),
            drawn,
            shown: subgraph.shown,
            total: subgraph.total,
            folded: folded(&subgraph.network),
            words: subgraph.words(),
        }
    }

    /// The id under which a node or an edge is drawn, if it is drawn.
    pub(crate) fn representative<'a>(&'a self, id: &'a str) -> &'a str {
        let found = self.representatives.binary_search_by(|(known, _)| known.as_str().cmp(id));
        found.map_or(id, |at| &self.drawn[self.representatives[at].1])
    }

    /// The ids of the nodes that a box stands for.
    pub(crate) fn inside(&self, id: &str) -> Vec<String> {
        let inside = self.representatives.iter().filter(|(_, by)| self.drawn[*by] == id);
        inside.map(|(member, _)| member.clone()).collect()
    }

    /// How much is shown, in a few words.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }
}

fn folded(network: &Network) -> usize {
    network.nodes().filter(|(_, node)| matches!(node.kind, NodeKind::Folded { .. })).count()
}

// The long texts come last: with room for them, the bytes are not moved any more.
record!(Question { typed, filter, rooms, wanted, former, text });
record!(Rooms { whole, below_bar });
record!(Wanted { former, first, steps });
record!(Outcome { summary, diagnostics, declarations, drawing, wanted, plan, steps });
record!(Drawing { filter, rooms, room, folded, folds_by_itself, scene, undrawn, is_stable, part });
record!(Part { representatives, drawn, shown, total, folded, words });
