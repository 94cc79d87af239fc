//! Choosing the version that the text is compared with.

use blueprint_lens_core::diff::Union;
use leptos::prelude::{GetUntracked as _, Set as _};
use leptos::task::spawn_local;

use super::app_state::AppState;
use super::view::View;
use crate::platform;
use crate::platform::files::OpenedFile;

/// Compares the text with a version of that name.
pub(crate) fn compare_with(state: AppState, name: &str, text: String) {
    state.comparing.start(name, text);
    state.view.view.set(View::Compare);
    state.announcer.announce(format!("Compared with {name}"));
    platform::next_frame(|| {
        platform::focus(View::Compare.entrance());
    });
}

/// Compares the text with a file that was chosen or dropped.
pub(crate) fn compare_with_file(state: AppState, file: OpenedFile) {
    let OpenedFile { name, text, notice } = file;
    if let Some(notice) = notice {
        state.announcer.notify(notice);
    }
    if let Some(text) = text {
        compare_with(state, &name, text);
    }
}

/// Compares the text with that of the clipboard; where there is none to be had, calls `refused`.
pub(crate) fn compare_with_clipboard(state: AppState, refused: impl Fn() + 'static) {
    spawn_local(async move {
        match platform::pasted().await {
            Some(text) if text.trim().is_empty() => {
                state.announcer.notify("There is no text in the clipboard.");
            }
            Some(text) => compare_with(state, "the clipboard", text),
            None => refused(),
        }
    });
}

/// Compares no more.
pub(crate) fn stop_comparing(state: AppState) {
    state.comparing.stop();
    state.announcer.announce("Compared with nothing any more");
    if state.view.view.get_untracked() == View::Compare {
        state.view.view.set(View::Diagram);
    }
    let entrance = state.view.view.get_untracked().entrance();
    platform::next_frame(move || {
        platform::focus(entrance);
    });
}

/// Shows the lines in which the former version declares a node of the picture; whether it does.
pub(crate) fn show_former(state: AppState, id: &str) -> bool {
    let Some(former) = state.comparing.now() else { return false };
    let network = former.analysis.network();
    // A node that is gone does not take the id of another that has come.
    let node = network.find(id.strip_prefix(Union::GONE).unwrap_or(id));
    let Some(span) = node.and_then(|node| network.node(node).span) else { return false };
    state.comparing.excerpt.set(Some(span));
    state.view.view.set(View::Compare);
    platform::next_frame(|| {
        platform::focus(".former");
    });
    true
}

/// Whether the page waits for a version to compare with: a file that is dropped is one.
pub(crate) fn takes_former(state: AppState) -> bool {
    state.view.view.get_untracked() == View::Compare && state.comparing.now().is_none()
}
