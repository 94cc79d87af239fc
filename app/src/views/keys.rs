//! The key that leaves a view.

use leptos::ev::KeyboardEvent;

use crate::platform::{self, editor};

/// F6 leads on to the problems, or back to the text.
pub(super) fn pane_keys(event: &KeyboardEvent) {
    if event.key() == "F6" {
        event.prevent_default();
        if event.shift_key() || !platform::focus(".problems button") {
            editor::focus();
        }
    }
}
