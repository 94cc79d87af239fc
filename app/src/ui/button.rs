//! A button that shows an icon and says a word.

use leptos::prelude::*;

use super::Icon;

/// An icon with a name.
#[component]
pub(crate) fn IconButton(
    /// What it shows.
    icon: Icon,
    /// What it says.
    label: &'static str,
    /// What it does.
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button type="button" class="icon-button" aria-label=label title=label on:click=move |_| on_press()>
            {icon.view()}
        </button>
    }
}
