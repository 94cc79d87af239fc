//! A call that waits for a pause.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// Holds at most one waiting call: starting it again cancels the one before.
#[derive(Clone, Copy)]
pub(crate) struct Timer(StoredValue<Option<TimeoutHandle>>);

impl Timer {
    /// A timer with nothing to call yet.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Calls `call` after `pause`, instead of what waited before.
    pub(crate) fn restart(self, pause: Duration, call: impl FnOnce() + 'static) {
        self.stop();
        self.0.set_value(set_timeout_with_handle(call, pause).ok());
    }

    /// Whether a call waits.
    pub(crate) fn is_waiting(self) -> bool {
        self.0.with_value(Option::is_some)
    }

    /// Cancels the waiting call, if there is one.
    pub(crate) fn stop(self) {
        if let Some(waiting) = self.0.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
    }
}
