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
            ("Shift F6", "previous pane"),
            ("Tab", "next control, also in the editor"),
            ("Ctrl Z", "undo the last change of the text, fixes included (⌘ Z)"),
            (
                "Alt ←  Alt →",
                "back and forward: texts, views, what the picture shows, dialogs (⌘ [  ⌘ ])",
            ),
        ],
    ),
    (
        "In the picture",
        &[
            ("Arrows", "next and previous: node, group or connection"),
            ("Shift ↑, Shift ↓", "out to what holds it; into it, to its members or connections"),
            (
                "Shift →, Shift ←",
                "along a connection and on to its end; back to its start; also ] and [",
            ),
            ("I", "where am I, and what stands behind it"),
            ("G, Shift G", "group by lane, by environment, by caller"),
            ("Backspace", "take back the last step"),
            ("F8, Shift F8", "next problem, previous problem"),
            ("/", "search; Enter: next match, Shift Enter: previous match, ↓: into the picture"),
            ("F", "only the node and its neighbours; again, or Esc: everything"),
            ("C", "collapse its environment or lane into one box; again: expand it"),
            ("Home, End", "first and last of them"),
            ("Page Up, Page Down", "group before, group after"),
            ("Enter", "go to its line in the text"),
            ("W", "what-if questions about the node"),
            ("R, Shift R", "highlight what the node can reach, what can reach it"),
            ("Esc", "close the card, then back to the text"),
            ("+  −  0", "zoom in, zoom out, fit"),
            ("?", "show these keys"),
        ],
    ),
    (
        "In the reachability table",
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
            ("Shift F8", "previous problem"),
            ("Ctrl F", "search (⌘ F on a Mac)"),
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
            <p class="quiet">"With the pointer: drag or scroll to move the picture; Ctrl and scroll, or pinch, to zoom."</p>
        </Dialog>
    }
}
