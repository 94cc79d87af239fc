//! The buttons on a node's card.

use blueprint_lens_core::markup::Html;
use leptos::ev::MouseEvent;

use super::reach_highlight::highlight_reach;
use super::view_filter;
use crate::platform;
use crate::state::{AppState, Picture, ReachHighlight, ask_what_if, show_former};

/// What the card of a node offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CardActions {
    node: String,
    buttons: &'static [(CardAction, &'static str)],
}

/// What one of the buttons does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CardAction {
    ReachFrom,
    ReachTo,
    Focus,
    Unfold,
    WhatIf,
    Former,
}

const DECLARED: &[(CardAction, &str)] = &[
    (CardAction::ReachFrom, "What it can reach"),
    (CardAction::ReachTo, "What can reach it"),
    (CardAction::Focus, "Only its neighbours"),
    (CardAction::WhatIf, "What if…"),
];
const NAMED: &[(CardAction, &str)] = &[(CardAction::Focus, "Only its neighbours")];
const FOLDED: &[(CardAction, &str)] =
    &[(CardAction::Unfold, "Expand"), (CardAction::Focus, "Only its neighbours")];
const GONE: &[(CardAction, &str)] = &[(CardAction::Former, "Its lines before")];

impl CardAction {
    const ALL: [Self; 6] =
        [Self::ReachFrom, Self::ReachTo, Self::Focus, Self::Unfold, Self::WhatIf, Self::Former];

    /// The word of the attribute `data-way`.
    fn id(self) -> &'static str {
        match self {
            Self::ReachFrom => "from",
            Self::ReachTo => "to",
            Self::Focus => "focus",
            Self::Unfold => "fold",
            Self::WhatIf => "what-if",
            Self::Former => "former",
        }
    }

    fn run(self, state: AppState, node: String) {
        match self {
            Self::ReachFrom => highlight_reach(state, ReachHighlight::From(node)),
            Self::ReachTo => highlight_reach(state, ReachHighlight::To(node)),
            Self::Focus => view_filter::focus_on(state, node),
            Self::Unfold => view_filter::fold(state, &node),
            Self::WhatIf => ask_what_if(state, node),
            Self::Former => {
                show_former(state, &node);
            }
        }
    }
}

impl CardActions {
    /// What the card of a node offers; `is_gone` says whether only the former version has it.
    pub(super) fn of(picture: &Picture, id: &str, is_gone: bool) -> Self {
        let all = picture.snapshot.analysis.network();
        let buttons = match all.find(id).map(|node| all.node(node)) {
            None if is_gone => GONE,
            Some(node) if node.is_declared() => DECLARED,
            Some(_) => NAMED,
            None => FOLDED,
        };
        Self { node: id.to_owned(), buttons }
    }

    /// Adds the buttons.
    pub(super) fn add_to(&self, html: &mut Html) {
        html.element("p").class("picture-card-actions").content(|html| {
            for (action, words) in self.buttons {
                let button = html.element("button").attribute("type", "button").class("button");
                let button = button.attribute("data-way", action.id());
                button.attribute("data-of", &self.node).text(words);
            }
        });
    }
}

/// Does what the button under an event says.
pub(super) fn run_pressed(state: AppState, event: &MouseEvent) {
    let node = platform::closest_attribute(event, "data-of");
    let id = platform::closest_attribute(event, "data-way");
    let action = CardAction::ALL.into_iter().find(|action| Some(action.id()) == id.as_deref());
    if let Some((action, node)) = action.zip(node) {
        action.run(state, node);
    }
}
