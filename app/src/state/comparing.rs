//! What the text is compared with, and what else is wanted beside the picture.

use std::sync::Arc;

use blueprint_lens_core::text::Span;
use leptos::prelude::*;

use super::former::Former;
use super::view::{View, ViewState};
use crate::engine::Wanted;
use crate::platform::address;

/// The parameters of the address that bring a comparison back in this tab.
const FORMER: &str = "compared";
const SYNC: &str = "sync";
/// The word for a first sync.
const FIRST: &str = "first";

/// Handles to what the text is compared with.
#[derive(Clone, Copy)]
pub(crate) struct Comparing {
    former: RwSignal<Option<Arc<Former>>>,
    /// Whether the sync is the first one: the resources exist already.
    pub(crate) first: RwSignal<bool>,
    /// Whether the hand work around a deploy is wanted.
    steps: Memo<bool>,
    /// What is shown of the former version.
    pub(crate) excerpt: RwSignal<Option<Span>>,
}

impl Comparing {
    /// As the address says; what else is wanted depends on what is shown.
    pub(super) fn new(shown: ViewState) -> Self {
        let comparing = Self {
            former: RwSignal::new(None),
            first: RwSignal::new(false),
            steps: Memo::new(move |_| shown.view.get() == View::Deploy),
            excerpt: RwSignal::new(None),
        };
        comparing.follow_address();
        comparing
    }

    /// Compares with what the address names.
    pub(super) fn follow_address(self) {
        let id = address::parameter(FORMER).filter(|id| !id.is_empty());
        let present = self.former.with_untracked(|former| former.as_ref().map(|f| f.id.clone()));
        if id != present {
            self.set(id.and_then(|id| Former::remembered(&id)));
        }
        let first = address::parameter(SYNC).as_deref() == Some(FIRST);
        if first != self.first.get_untracked() {
            self.first.set(first);
        }
    }

    /// Compares with a version of that name.
    pub(super) fn start(self, name: &str, text: String) {
        self.set(Some(Former::new(name, text)));
    }

    /// Compares no more.
    pub(super) fn stop(self) {
        if self.now().is_some() {
            self.set(None);
            self.first.set(false);
        }
    }

    fn set(self, former: Option<Former>) {
        self.excerpt.set(None);
        self.former.set(former.map(Arc::new));
    }

    /// The version that the text is compared with; a reader is woken by another one.
    pub(crate) fn get(self) -> Option<Arc<Former>> {
        self.former.get()
    }

    /// The same for an event handler.
    pub(crate) fn now(self) -> Option<Arc<Former>> {
        self.former.get_untracked()
    }

    /// What is wanted beside the picture; a reader is woken by a change.
    pub(super) fn wanted(self) -> Wanted {
        let former = self.former.with(|former| former.as_ref().map(|former| former.id.clone()));
        Wanted { former, first: self.first.get(), steps: self.steps.get() }
    }

    /// What the address has to say to bring this back.
    pub(super) fn parameters(self) -> [(&'static str, String); 2] {
        let Wanted { former, first, .. } = self.wanted();
        let sync = if first && former.is_some() { FIRST.to_owned() } else { String::new() };
        [(FORMER, former.unwrap_or_default()), (SYNC, sync)]
    }
}
