//! What a picture is asked to show, planned and laid out.

use std::collections::BTreeMap;

use super::draw;
use super::legend::legend_entries;
use super::picture::{LegendEntry, Scene};
use super::plan::plan;
use super::planned::Plan;
use super::previous::previous_layout;
use crate::diagnostics::Diagnostic;
use crate::graph::Network;
use crate::layout::{Layout, LayoutInput, Room, layout, layout_with_previous};
use crate::model::Blueprint;

/// What a picture is drawn for.
#[derive(Clone, Copy, Debug, Default)]
pub struct View<'a> {
    /// The room that there is.
    pub room: Room,
    /// The picture that is shown, and stays in place as far as possible.
    pub previous: Option<&'a Scene>,
}

/// What a picture is to show beside its network.
#[derive(Clone, Copy, Default)]
pub(super) struct Ask<'a> {
    /// What represents the nodes and edges that findings are about.
    pub(super) representatives: Option<&'a BTreeMap<String, String>>,
    /// The room that there is, and the picture that stays in place.
    pub(super) view: View<'a>,
    /// Whether the lines of copied values are drawn.
    pub(super) copied: bool,
}

/// What is to be drawn, and what the legend explains of it.
pub(super) fn planned<'a>(
    blueprint: &Blueprint,
    network: &Network,
    diagnostics: &'a [Diagnostic],
    ask: &Ask<'a>,
) -> (Plan<'a>, Vec<LegendEntry>) {
    static ITSELF: BTreeMap<String, String> = BTreeMap::new();
    let representatives = ask.representatives.unwrap_or(&ITSELF);
    let mut plan =
        plan(blueprint, network, diagnostics, representatives, (ask.view.room, ask.copied));
    let legend = legend_entries(blueprint, network, &plan);
    plan.input.legend = legend.iter().map(draw::entry_width).collect();
    (plan, legend)
}

/// Where it stands: what `previous` shows stays in place.
pub(super) fn placed(plan: &Plan<'_>, network: &Network, previous: Option<&Scene>) -> Layout {
    match previous {
        Some(previous) => {
            layout_with_previous(&plan.input, &previous_layout(plan, network, previous))
        }
        None => layout(&plan.input),
    }
}

/// The input of the layout of a picture, for those who check what the layout promises.
pub fn layout_input(
    blueprint: &Blueprint,
    network: &Network,
    diagnostics: &[Diagnostic],
    room: Room,
) -> LayoutInput {
    let view = View { room, previous: None };
    planned(blueprint, network, diagnostics, &Ask { view, ..Ask::default() }).0.input
}

/// The layout of a picture that [`build_view`](crate::scene::build_view) draws, with its input: for those who check what the layout promises.
pub fn layout_of_view(
    blueprint: &Blueprint,
    network: &Network,
    diagnostics: &[Diagnostic],
    view: View<'_>,
    copied: bool,
) -> (LayoutInput, Layout) {
    let ask = Ask { view, copied, ..Ask::default() };
    let (plan, _) = planned(blueprint, network, diagnostics, &ask);
    let placed = placed(&plan, network, view.previous);
    (plan.input, placed)
}
