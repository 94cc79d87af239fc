//! One value of everything that the page knows, made in [`AppState::provide`] and found by [`AppState::here`].

use leptos::prelude::{RwSignal, provide_context, use_context};

use super::announcer::Announcer;
use super::comparing::Comparing;
use super::document::Document;
use super::drafts::DraftState;
use super::open_files::OpenFiles;
use super::outgoing::KeptSecrets;
use super::picture_state::PictureState;
use super::printing::Printing;
use super::reach::ReachState;
use super::selection::Selection;
use super::view::ViewState;

/// Handles to all state; copying it copies handles.
#[derive(Clone, Copy)]
pub(crate) struct AppState {
    /// The analysed text.
    pub(crate) document: Document,
    /// The files that hold it.
    pub(crate) files: OpenFiles,
    /// What it is compared with.
    pub(crate) comparing: Comparing,
    /// What the picture shows of it.
    pub(crate) picture: PictureState,
    /// Whether the text is kept.
    pub(crate) drafts: DraftState,
    /// What the visitor points at.
    pub(crate) selection: Selection,
    /// What the visitor asks about reach.
    pub(crate) reach: ReachState,
    /// The secrets that may leave the page.
    pub(crate) kept_secrets: RwSignal<KeptSecrets>,
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
        let view = ViewState::new();
        let comparing = Comparing::new(view);
        let document = Document::new(comparing);
        let state = Self {
            document,
            files: OpenFiles::new(),
            comparing,
            picture: PictureState::new(document, comparing),
            drafts: DraftState::new(),
            selection: Selection::new(document),
            reach: ReachState::new(),
            kept_secrets: RwSignal::new(KeptSecrets::default()),
            view,
            announcer: Announcer::new(),
            printing: Printing::new(),
        };
        provide_context(state);
        state
    }

    /// The state of the page.
    pub(crate) fn here() -> Self {
        use_context().expect("`App` provides the state before anything else")
    }
}
