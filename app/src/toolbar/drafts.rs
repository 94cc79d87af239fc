//! Texts that something else has pushed aside.

use leptos::prelude::*;

use crate::editor::{bridge, restore_text};
use crate::problems::plural;
use crate::state::{AppState, Panel};
use crate::ui::Dialog;

/// The dialog with the list.
#[component]
pub(super) fn Drafts() -> impl IntoView {
    view! {
        <Dialog panel=Panel::Drafts title="Drafts">
            <Content />
        </Dialog>
    }
}

#[component]
fn Content() -> impl IntoView {
    let state = AppState::here();
    let read = || {
        let flat = bridge::drafts();
        flat.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect::<Vec<_>>()
    };
    let drafts = RwSignal::new(read());
    let row = move |(saved, text): (String, String)| {
        let (title, details) = describe(&saved, &text);
        let (restored, removed) = (saved.clone(), saved.clone());
        let open = move |_| {
            restore_text(&restored, &text);
            state.view.panel.set(None);
            state.voice.notify("The draft is open. The previous text is in the list of drafts.");
        };
        let remove = move |_| {
            bridge::remove_draft(&removed);
            drafts.set(read());
        };
        view! {
            <li class="draft">
                <div>
                    <p class="item-title">{title}</p>
                    <p class="item-text">{details}</p>
                </div>
                <button type="button" class="button" on:click=open>"Open"</button>
                <button type="button" class="button" on:click=remove>"Delete"</button>
            </li>
        }
    };
    view! {
        <p>
            "This browser saves your text as you type. When you open a link, an example or a file, the previous text appears here."
        </p>
        <Show when=move || !drafts.read().is_empty() fallback=|| view! { <p class="quiet">"No drafts yet."</p> }>
            <ul class="drafts">
                <For each=move || drafts.get() key=|(saved, _)| saved.clone() children=row />
            </ul>
        </Show>
    }
}

/// The first names in a text as its title, and when it was kept.
fn describe(saved: &str, text: &str) -> (String, String) {
    let names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim_start().trim_start_matches("- ").strip_prefix("name:"))
        .map(|name| name.trim().trim_matches(['"', '\'']))
        .filter(|name| !name.is_empty())
        .take(4)
        .collect();
    let title = if names.is_empty() {
        text.lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default()
            .trim()
            .chars()
            .take(60)
            .collect()
    } else {
        names.join(", ")
    };
    let when = saved.get(..16).unwrap_or(saved).replace('T', " ");
    (title, format!("{when} UTC · {}", plural(text.lines().count(), "line")))
}

#[cfg(test)]
mod tests {
    use super::describe;

    #[test]
    fn a_draft_is_told_by_its_names() {
        let text = "services:\n  - name: api\n    type: web\n  - type: pserv\n    name: \"auth\"\n";
        let (title, details) = describe("2026-11-02T10:20:30.000Z", text);
        assert_eq!(title, "api, auth");
        assert_eq!(details, "2026-11-02 10:20 UTC · 5 lines");
    }

    #[test]
    fn without_names_the_first_line_stands_for_it() {
        assert_eq!(describe("", "\n  # notes\n").0, "# notes");
        assert_eq!(describe("", "").0, "");
    }
}
