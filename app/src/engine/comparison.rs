//! The text compared with a former version: what the next sync does, and both versions as one network to draw.
//!
//! Nothing of it is inlined: as part of a function that every first picture calls, it would have to come before that.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::checklist::checklist;
use blueprint_lens_core::diff::{Union, diff};
use blueprint_lens_core::graph::Network;
use blueprint_lens_core::html::{Medium, deploy, plan as plan_list, plan_sentence};
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::plan::{Class, Entry, Mode, Plan, plan};
use blueprint_lens_core::scene::{Room, Scene, Subgraph, View, ViewFilter};
use blueprint_lens_core::text::Span;

use super::wire::{Reader, Wire, Writer, record};

/// A former version and the text, compared.
pub(crate) struct Comparison {
    plan: Plan,
    union: Union,
}

/// The plan as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PlanView {
    /// All of it in a sentence.
    pub(crate) sentence: Html,
    /// The consequences.
    pub(crate) list: Html,
}

impl Comparison {
    /// Compares `former` with `text`; with `first`, the sync is the first one.
    #[inline(never)]
    pub(crate) fn new(former: &Analysis, text: &Analysis, first: bool) -> Self {
        let difference = diff(former, text);
        let mode = if first { Mode::First } else { Mode::Later };
        Self {
            plan: plan(former, text, &difference, mode),
            union: Union::new(former, text, &difference),
        }
    }

    /// The plan of both, to be shown.
    #[inline(never)]
    pub(crate) fn plan_view(&self, former: &Analysis, text: &Analysis) -> PlanView {
        PlanView {
            sentence: plan_sentence(&self.plan),
            list: plan_list(&self.plan, former.files(), text.files(), Medium::Page),
        }
    }

    /// What becomes of a part of the former version, which has it in these lines, the heaviest first; where Render refuses
    /// the text, that.
    #[inline(never)]
    pub(crate) fn becomes_of(&self, id: &str, lines: Span) -> Vec<Entry<'_>> {
        let is_of = |entry: &Entry<'_>| {
            let first = entry.first();
            let is_there = || first.base.is_some_and(|base| lines.contains(base));
            first.class == Class::Refused || first.part.id == id && is_there()
        };
        self.plan.entries().into_iter().filter(is_of).collect()
    }

    /// Both as one network.
    pub(super) fn network(&self) -> &Network {
        self.union.network()
    }

    /// The filter with the boxes that the size of both together asks for in a room.
    #[inline(never)]
    pub(super) fn with_folds(
        &self,
        text: &Analysis,
        filter: &ViewFilter,
        room: Room,
    ) -> ViewFilter {
        self.union.with_folds(text.diagnostics(), filter, room)
    }

    /// What a filter leaves of both; `None` when that is everything.
    #[inline(never)]
    pub(super) fn part(&self, text: &Analysis, filter: &ViewFilter) -> Option<Subgraph> {
        self.union.subgraph(text.diagnostics(), filter)
    }

    /// The picture of both, or of that part.
    #[inline(never)]
    pub(super) fn scene(&self, text: &Analysis, part: Option<&Subgraph>, view: View<'_>) -> Scene {
        self.union.scene(text.found(), part, view)
    }
}

/// The hand work around a deploy of `text`: what is new since `former`, or all of it.
#[inline(never)]
pub(crate) fn steps(former: Option<&Analysis>, text: &Analysis) -> Html {
    let steps = match former {
        Some(former) => checklist(former, text),
        None => checklist(&Analysis::new(""), text),
    };
    deploy(&steps, text.files(), Medium::Page)
}

record!(PlanView { sentence, list });
