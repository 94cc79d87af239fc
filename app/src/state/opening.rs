//! Other texts that take the place of the present one, which stays among the drafts.

use leptos::prelude::GetUntracked as _;
use leptos::task::spawn_local;

use super::app_state::AppState;
use super::examples;
use crate::platform::drafts::Draft;
use crate::platform::files::OpenedFile;
use crate::platform::{self, drafts, editor};

/// Opens `text` as a draft of its own, which is compared with nothing.
pub(crate) fn open_text(state: AppState, text: &str) {
    if editor::file() != text {
        state.comparing.stop();
        drafts::begin();
        editor::replace(text);
    }
}

/// Opens an empty text to write in.
pub(crate) fn open_empty(state: AppState) {
    open_text(state, "");
    editor::focus();
    state.announcer.announce("New, empty text");
}

/// Opens the text of the clipboard; where the page may not read it, an empty text to paste into.
pub(crate) fn open_clipboard(state: AppState) {
    spawn_local(async move {
        let sentence = match platform::pasted().await {
            Some(text) if text.trim().is_empty() => "There is no text in the clipboard.",
            Some(text) => {
                open_text(state, &text);
                "The text of the clipboard is open. The previous text is in the list of drafts."
            }
            None => {
                open_text(state, "");
                "The browser does not let this page read the clipboard: paste here with Ctrl V (⌘ V)."
            }
        };
        editor::focus();
        state.announcer.notify(sentence);
    });
}

/// Opens a file that was chosen or dropped, and says so.
pub(crate) fn open_file(state: AppState, file: OpenedFile) {
    receive(state, file, "Opened", |_, text| open_text(state, text));
}

/// Opens files beside those that are open, and says so.
pub(crate) fn add_files(state: AppState, file: OpenedFile) {
    receive(state, file, "Added", editor::add_files);
}

/// Hands the name and the text of a file on and says that this is done, or says why there is no text.
fn receive(state: AppState, file: OpenedFile, done: &str, take: impl FnOnce(&str, &str)) {
    let OpenedFile { name, text, notice } = file;
    let is_there = text.is_some();
    if let Some(text) = text {
        take(&name, &text);
    }
    if let Some(words) = notice.or_else(|| is_there.then(|| format!("{done} {name}"))) {
        state.announcer.notify(words);
    }
}

/// Closes one of several files; all of them stay together among the drafts.
pub(crate) fn close_file(state: AppState, index: usize) {
    let names = state.files.names.get_untracked();
    let Some(name) = names.get(index).filter(|_| names.len() > 1) else { return };
    drafts::begin();
    editor::close_file(index);
    // The tabs are made anew; a single file has none.
    platform::next_frame(|| {
        if !platform::focus(".file-tab[aria-selected=true]") {
            editor::focus();
        }
    });
    state
        .announcer
        .notify(format!("Closed {name}. The files as they were are in the list of drafts."));
}

/// The drafts that are worth a line: examples as they came are in a menu of their own.
pub(crate) fn other_drafts() -> Vec<Draft> {
    drafts::all().into_iter().filter(|draft| !examples::is_example(&draft.text)).collect()
}

/// Goes on with a draft; the present text stays among the drafts.
pub(crate) fn open_draft(state: AppState, draft: &Draft) {
    let sentence = match drafts::resume(draft) {
        Some(text) => {
            state.comparing.stop();
            editor::replace(&text);
            "The draft is open. The previous text is in the list of drafts."
        }
        None => "This draft is gone: another tab has deleted it.",
    };
    state.announcer.notify(sentence);
}

/// Shows the text of the other tab; the present one stays among the drafts.
pub(crate) fn take_theirs(state: AppState) {
    if let Some(text) = drafts::take_theirs() {
        state.comparing.stop();
        editor::replace(&text);
        editor::focus();
        state
            .announcer
            .notify("This is the text of the other tab. Yours is in the list of drafts.");
    }
}

/// Leaves the text of the other tab alone.
pub(crate) fn keep_both(state: AppState) {
    drafts::keep_both();
    editor::focus();
    state.announcer.notify("Both are kept: this text is a draft of its own now.");
}
