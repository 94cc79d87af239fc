//! A row of a list of texts.

use leptos::prelude::*;

/// A text by its title, and what can be done with it.
#[component]
pub(crate) fn TextRow(
    /// What the text goes by.
    title: String,
    /// When it was kept, and how long it is.
    details: String,
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <li class="draft">
            <div>
                <p class="item-title">{title}</p>
                <p class="item-text">{details}</p>
            </div>
            {children()}
        </li>
    }
}
