//! The theme that the page is shown in.

use super::bridge;

/// The word of the chosen theme: `auto`, `light` or `dark`.
pub(crate) fn chosen() -> String {
    bridge::theme()
}

/// Keeps and applies a theme.
pub(crate) fn keep(theme: &str) {
    bridge::keep_theme(theme);
}

/// Whether the page is dark at this moment.
pub(crate) fn is_dark() -> bool {
    bridge::is_dark()
}
