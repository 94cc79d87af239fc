//! What pressing something in a fragment does, by its `data-` attributes.

use blueprint_lens_core::reach::Remedy;
use blueprint_lens_core::text::Span;
use leptos::ev::MouseEvent;
use leptos::task::spawn_local;

use crate::platform;
use crate::state::{AppState, apply_edits, go_to};

/// What was pressed.
pub(super) enum Pressed {
    /// A cell: caller and callee.
    Cell(String, String),
    /// The button to a page of the matrix.
    Page(usize),
    /// A fix has been applied.
    Fixed,
    /// Something that needs nothing further, or nothing at all.
    Done,
}

/// Acts on a click inside a fragment; `remedy` finds the edit behind a `data-fix`.
pub(super) fn pressed(
    state: AppState,
    event: &MouseEvent,
    remedy: impl FnOnce(usize) -> Option<Remedy>,
) -> Pressed {
    let attribute = |name: &str| platform::closest_attribute(event, name);
    let number = |name: &str| attribute(name).and_then(|text| text.parse::<usize>().ok());
    if let (Some(start), Some(end)) = (number("data-start"), number("data-end")) {
        go_to(state, Span::new(start, end), "named by the explanation", true);
        return Pressed::Done;
    }
    if let Some(index) = number("data-fix") {
        return match remedy(index) {
            Some(remedy) => {
                apply_edits(state, &remedy.title, &remedy.edits);
                Pressed::Fixed
            }
            None => Pressed::Done,
        };
    }
    if let Some(page) = number("data-page") {
        return Pressed::Page(page);
    }
    if let Some(text) = attribute("data-copy") {
        spawn_local(async move {
            let outcome = if platform::copy(&text).await {
                "Copied"
            } else {
                "The browser does not allow copying; select the command instead"
            };
            state.announcer.notify(outcome);
        });
        return Pressed::Done;
    }
    let cell = platform::closest(event, "td[data-from]");
    let end = |name: &str| cell.as_ref().and_then(|cell| platform::attribute(cell, name));
    match (end("data-from"), end("data-to")) {
        (Some(from), Some(to)) => Pressed::Cell(from, to),
        _ => Pressed::Done,
    }
}
