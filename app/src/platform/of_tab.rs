//! Small values that stay with this tab when it is reloaded, and no longer.

use super::bridge;

/// The value under `key`; `None` where there is none, or the browser keeps nothing.
pub(crate) fn read(key: &str) -> Option<String> {
    bridge::read_of_tab(key)
}

/// Keeps a value, as far as the browser lets the page.
pub(crate) fn write(key: &str, value: &str) {
    bridge::write_of_tab(key, value);
}
