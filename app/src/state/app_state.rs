//! One value of everything that the page knows, made in [`AppState::provide`] and found by [`AppState::here`].

use leptos::prelude::{Effect, Get as _, provide_context, use_context};

use super::announcer::Announcer;
use super::document::Document;
use super::picture_state::PictureState;
use super::printing::Printing;
use super::reach::ReachState;
use super::selection::Selection;
use super::view::{View, ViewState};
use crate::platform::address;

/// Handles to all state; copying it copies handles.
#[derive(Clone, Copy)]
pub(crate) struct AppState {
    /// The analysed text.
    pub(crate) document: Document,
    /// What the picture shows of it.
    pub(crate) picture: PictureState,
    /// What the visitor points at.
    pub(crate) selection: Selection,
    /// What the visitor asks about reach.
    pub(crate) reach: ReachState,
    /// What is open, shown and hidden.
    pub(crate) view: ViewState,
    /// What the page announces.
    pub(crate) announcer: Announcer,
    /// Whether the page is being printed.
    pub(crate) printing: Printing,
}

impl AppState {
    /// Makes the state and offers it to every component below.
    pub(crate) fn provide() -> Self {
        let document = Document::new();
        let state = Self {
            document,
            picture: PictureState::new(document),
            selection: Selection::new(document),
            reach: ReachState::new(),
            view: ViewState::new(),
            announcer: Announcer::new(),
            printing: Printing::new(),
        };
        Effect::new(move |_| state.keep_in_address());
        provide_context(state);
        state
    }

    /// Writes into the address what is asked of the picture and which view is open, so that a reload and a shared link
    /// bring them back.
    fn keep_in_address(self) {
        let view = Some(self.view.view.get()).filter(|view| *view != View::Diagram);
        let view = ("view", view.map_or(String::new(), |view| view.id().to_owned()));
        address::keep_parameters(self.picture.parameters().into_iter().chain([view]));
    }

    /// The state of the page.
    pub(crate) fn here() -> Self {
        use_context().expect("`App` provides the state before anything else")
    }
}
