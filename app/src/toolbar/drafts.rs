//! Texts that something else has pushed aside.

use blueprint_lens_core::wording::count::count;
use leptos::prelude::*;

use crate::platform::drafts::{self, Draft};
use crate::state::{AppState, Keeping, Panel, open_draft, other_drafts};
use crate::ui::Dialog;

/// The dialog with the list.
#[component]
pub(super) fn Drafts() -> impl IntoView {
    let open = AppState::here().view.panel;
    view! {
        <Dialog open=open name=Panel::Drafts title="Drafts">
            <Content />
        </Dialog>
    }
}

#[component]
fn Content() -> impl IntoView {
    let state = AppState::here();
    let kept = RwSignal::new(other_drafts());
    let row = move |draft: Draft| {
        let (title, details) = describe(&draft);
        let removed = draft.clone();
        let open = move |_| {
            state.view.panel.set(None);
            open_draft(state, &draft);
        };
        let remove = move |_| {
            drafts::remove(&removed);
            kept.set(other_drafts());
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
    let promise = move || match state.drafts.keeping.get() {
        Keeping::Kept => {
            "This browser saves your text as you type, for each tab apart. When you open another text, the previous one appears here, and so do the texts of other tabs."
        }
        Keeping::Full => {
            "This browser has no room left: your text is not being saved until you delete a draft."
        }
        Keeping::Refused => "This browser keeps nothing for this page, so there are no drafts.",
    };
    view! {
        <p>{promise}</p>
        <Show when=move || !kept.read().is_empty() fallback=|| view! { <p class="quiet">"No drafts yet."</p> }>
            <ul class="drafts">
                <For each=move || kept.get() key=|draft| draft.id.clone() children=row />
            </ul>
        </Show>
    }
}

/// The first names in a text as its title, and when it was kept.
fn describe(Draft { saved, text, .. }: &Draft) -> (String, String) {
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
    (title, format!("{when} UTC · {}", count(text.lines().count(), "line")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(saved: &str, text: &str) -> Draft {
        Draft { id: "1".to_owned(), saved: saved.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_draft_is_told_by_its_names() {
        let text = "services:\n  - name: api\n    type: web\n  - type: pserv\n    name: \"auth\"\n";
        let (title, details) = describe(&draft("2026-11-02T10:20:30.000Z", text));
        assert_eq!(title, "api, auth");
        assert_eq!(details, "2026-11-02 10:20 UTC · 5 lines");
    }

    #[test]
    fn without_names_the_first_line_stands_for_it() {
        assert_eq!(describe(&draft("", "\n  # notes\n")).0, "# notes");
        assert_eq!(describe(&draft("", "")).0, "");
    }
}
