//! What the visitor points at: one selection for all panes.

use leptos::prelude::*;

use super::document::Document;
use super::target::Target;

/// What the pointer, the keyboard and the editor's cursor are on.
#[derive(Clone, Copy)]
pub(crate) struct Selection {
    /// Under the pointer.
    pub(crate) hovered: RwSignal<Option<Target>>,
    /// Holding the keyboard focus.
    pub(crate) focused: RwSignal<Option<Target>>,
    /// Where Tab returns to; stays when the focus leaves the picture.
    pub(crate) stop: RwSignal<Option<Target>>,
    /// Whether Escape has put the card away.
    pub(crate) dismissed: RwSignal<bool>,
    /// The node in whose text the cursor stands.
    pub(crate) at_cursor: Memo<Option<String>>,
    cursor: RwSignal<usize>,
}

impl Selection {
    pub(super) fn new(document: Document) -> Self {
        let cursor = RwSignal::new(0);
        Self {
            hovered: RwSignal::new(None),
            focused: RwSignal::new(None),
            stop: RwSignal::new(None),
            dismissed: RwSignal::new(false),
            at_cursor: Memo::new(move |_| {
                document.get();
                document.base().declaration_at(cursor.get()).map(str::to_owned)
            }),
            cursor,
        }
    }

    /// The cursor stands at a byte offset of the analysed text.
    pub(crate) fn move_cursor(self, offset: usize) {
        if self.cursor.get_untracked() != offset {
            self.cursor.set(offset);
        }
    }

    /// What is pointed at: by the pointer, else by the keyboard.
    pub(crate) fn pointed(self) -> Option<Target> {
        self.hovered.get().or_else(|| self.focused.get())
    }

    /// The same for an event handler.
    pub(crate) fn pointed_now(self) -> Option<Target> {
        self.hovered.get_untracked().or_else(|| self.focused.get_untracked())
    }

    /// Points at something anew, which brings the card back.
    pub(crate) fn hover(self, target: Option<Target>) {
        if self.hovered.with_untracked(|hovered| *hovered != target) {
            self.dismissed.set(false);
            self.hovered.set(target);
        }
    }

    /// Moves the keyboard focus.
    pub(crate) fn focus(self, target: Option<Target>) {
        if self.focused.with_untracked(|focused| *focused != target) {
            self.dismissed.set(false);
            if target.is_some() {
                self.stop.set(target.clone());
            }
            self.focused.set(target);
        }
    }
}
