//! The theme switch.

use leptos::prelude::*;

use crate::editor::bridge;
use crate::state::{AppState, Theme};
use crate::ui::Icon;

/// As the system says, light, dark.
#[component]
pub(super) fn ThemeSwitch() -> impl IntoView {
    let chosen = AppState::here().view.theme;
    let button = move |theme: Theme| {
        let (icon, label) = match theme {
            Theme::Auto => (Icon::Auto, "System theme"),
            Theme::Light => (Icon::Light, "Light theme"),
            Theme::Dark => (Icon::Dark, "Dark theme"),
        };
        let choose = move |_| {
            chosen.set(theme);
            bridge::keep_theme(theme.id());
        };
        view! {
            <button
                type="button"
                class="icon-button"
                aria-label=label
                title=label
                aria-pressed=move || (chosen.get() == theme).to_string()
                on:click=choose
            >
                {icon.view()}
            </button>
        }
    };
    view! {
        <div class="theme-switch" role="group" aria-label="Theme">
            {Theme::ALL.map(button).into_iter().collect_view()}
        </div>
    }
}
