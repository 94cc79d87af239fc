//! Other texts that take the place of the present one. What they push aside is kept among the drafts.

use super::app_state::AppState;
use super::examples;
use crate::platform::drafts::{self, Draft};
use crate::platform::editor;
use crate::platform::files::OpenedFile;

/// Opens `text`; the present one goes to the drafts unless it is an example as it came.
pub(crate) fn open_text(text: &str) {
    let present = editor::file();
    if present != text && !examples::is_example(&present) {
        drafts::set_aside(&present);
    }
    editor::replace(text);
}

/// Opens a draft: swaps it with the present text.
pub(crate) fn restore_draft(draft: &Draft) {
    drafts::remove(&draft.saved);
    open_text(&draft.text);
}

/// Opens a file that was chosen or dropped, and says so.
pub(crate) fn open_file(state: AppState, file: OpenedFile) {
    let OpenedFile { name, text, notice } = file;
    if let Some(text) = text {
        open_text(&text);
        state.announcer.notify(notice.unwrap_or_else(|| format!("Opened {name}")));
    } else if let Some(notice) = notice {
        state.announcer.notify(notice);
    }
}
