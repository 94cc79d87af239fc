//! What happens when the engine panics.

use super::bridge;

/// Writes panics to the console and tells the JavaScript side; nothing of the app runs after that.
pub(crate) fn on_panic() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        bridge::panicked();
    }));
}
