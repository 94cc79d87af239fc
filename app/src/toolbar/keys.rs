//! The keys of the page.

use leptos::prelude::*;

use crate::state::{AppState, Panel};
use crate::ui::Dialog;

/// Where keys work, which, and what they do.
const KEYS: [(&str, &[(&str, &str)]); 4] = [
    (
        "Everywhere",
        &[
            ("F6", "next pane: text, picture, problems"),
            ("Shift F6", "the pane before"),
            ("Tab", "next control; the editor lets it through"),
        ],
    ),
    (
        "In the picture",
        &[
            ("Arrows", "nearest node in that direction; on an edge: its neighbours"),
            ("]", "onto an edge, then to the node that it calls"),
            ("[", "onto an edge, then to the node that calls"),
            ("/", "search; Enter goes to the next, Shift Enter to the one before"),
            ("F", "the node and its neighbours only; again, or Esc: everything"),
            ("C", "collapse its environment or lane into one box; again: open it"),
            ("Home, End", "first and last node of the lane"),
            ("Page Up, Page Down", "lane above, lane below"),
            ("Enter", "go to its line in the text"),
            ("W", "try out a change of the node"),
            ("R, Shift R", "light what the node reaches, what reaches it"),
            ("Esc", "put the card away, then back to the text"),
            ("+  −  0", "zoom in, zoom out, fit"),
            ("?", "these keys"),
        ],
    ),
    (
        "In the reach table",
        &[
            ("Arrows", "next cell"),
            ("Home, End", "first and last cell of the row; with Ctrl, of the table"),
            ("Enter", "explain the cell"),
            ("Esc", "close the explanation, then back to the text"),
        ],
    ),
    (
        "In the text",
        &[
            ("F8", "next problem"),
            ("Shift F8", "the problem before"),
            ("Ctrl F", "search (⌘ F on a Mac)"),
            ("Ctrl Z", "undo, fixes included (⌘ Z)"),
            ("Ctrl ]  Ctrl [", "indent, outdent (⌘)"),
        ],
    ),
];

/// The dialog.
#[component]
pub(super) fn Keys() -> impl IntoView {
    let group = |(pane, keys): (&'static str, &'static [(&'static str, &'static str)])| {
        let rows = keys
            .iter()
            .map(|(key, does)| view! { <div><dt><kbd>{*key}</kbd></dt><dd>{*does}</dd></div> });
        view! {
            <h3>{pane}</h3>
            <dl class="keys">{rows.collect_view()}</dl>
        }
    };
    let open = AppState::here().view.panel;
    view! {
        <Dialog open=open name=Panel::Keys title="Keys">
            {KEYS.into_iter().map(group).collect_view()}
            <p class="quiet">"With the pointer: drag moves the picture, the wheel too; Ctrl and the wheel, or two fingers, zoom."</p>
        </Dialog>
    }
}
