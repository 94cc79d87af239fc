//! What the page says: sentences for screen readers, and notices that everybody sees.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// How long a notice stays.
const NOTICE: Duration = Duration::from_secs(7);

/// The voice of the page.
#[derive(Clone, Copy)]
pub(crate) struct Voice {
    /// The sentence in the live region.
    pub(crate) said: RwSignal<String>,
    /// The notice on the screen.
    pub(crate) notice: RwSignal<Option<String>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Voice {
    pub(super) fn new() -> Self {
        Self {
            said: RwSignal::new(String::new()),
            notice: RwSignal::new(None),
            timer: StoredValue::new(None),
        }
    }

    /// Says a sentence to screen readers, politely.
    pub(crate) fn say(self, sentence: impl Into<String>) {
        self.said.set(sentence.into());
    }

    /// Shows a notice for a while and says it.
    pub(crate) fn notify(self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        self.said.set(sentence.clone());
        self.notice.set(Some(sentence));
        self.timer.update_value(|timer| {
            if let Some(earlier) = timer.take() {
                earlier.clear();
            }
            *timer = set_timeout_with_handle(move || self.notice.set(None), NOTICE).ok();
        });
    }

    /// Takes the notice away.
    pub(crate) fn hush(self) {
        self.notice.set(None);
    }
}
