//! What the page announces: sentences for screen readers, and notices that everybody sees.

use std::time::Duration;

use leptos::prelude::*;

use crate::platform::Timer;

/// A sentence on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// What it says.
    pub(crate) sentence: String,
    /// Whether it is about a change of the text, which can be undone.
    pub(crate) is_undoable: bool,
}

/// How long a notice stays.
const NOTICE: Duration = Duration::from_secs(7);

/// The announcer of the page.
#[derive(Clone, Copy)]
pub(crate) struct Announcer {
    /// The sentence in the live region.
    pub(crate) announced: RwSignal<String>,
    /// The notice on the screen.
    pub(crate) notice: RwSignal<Option<Notice>>,
    timer: Timer,
}

impl Announcer {
    pub(super) fn new() -> Self {
        Self {
            announced: RwSignal::new(String::new()),
            notice: RwSignal::new(None),
            timer: Timer::new(),
        }
    }

    /// Announces a sentence to screen readers, politely; the backticks around names are not read.
    pub(crate) fn announce(self, sentence: impl Into<String>) {
        let mut sentence = sentence.into().replace('`', "");
        // What is said twice has to differ, or it is said once.
        if self.announced.with_untracked(|last| *last == sentence) {
            sentence.push('\u{a0}');
        }
        self.announced.set(sentence);
    }

    /// Shows a notice for a while and announces it.
    pub(crate) fn notify(self, sentence: impl Into<String>) {
        self.show(sentence.into(), false);
    }

    /// The same for a change of the text: the notice offers to undo it.
    pub(crate) fn notify_undoable(self, sentence: impl Into<String>) {
        self.show(sentence.into(), true);
    }

    fn show(self, sentence: String, is_undoable: bool) {
        self.announce(sentence.clone());
        self.notice.set(Some(Notice { sentence, is_undoable }));
        self.release();
    }

    /// Lets the notice stay while somebody is at it.
    pub(crate) fn hold(self) {
        self.timer.stop();
    }

    /// Lets the notice go after a while.
    pub(crate) fn release(self) {
        self.timer.restart(NOTICE, move || self.notice.set(None));
    }

    /// Takes the notice away.
    pub(crate) fn dismiss(self) {
        self.notice.set(None);
    }
}
