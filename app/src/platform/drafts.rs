//! Drafts: the texts that this browser keeps. Each tab has one of its own; the others are listed.

use wasm_bindgen::closure::Closure;

use super::bridge;

/// A draft that is not the present text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// Its name among the drafts.
    pub(crate) id: String,
    /// When it was kept last, in ISO 8601.
    pub(crate) saved: String,
    /// The text.
    pub(crate) text: String,
}

/// Every other draft, the newest first.
pub(crate) fn all() -> Vec<Draft> {
    let flat = bridge::drafts();
    let draft = |words: &[String]| Draft {
        id: words[0].clone(),
        saved: words[1].clone(),
        text: words[2].clone(),
    };
    flat.chunks_exact(3).map(draft).collect()
}

/// The text that is opened next is a draft of its own; the present one stays among the drafts.
pub(crate) fn begin() {
    bridge::begin_draft();
}

/// Goes on with a draft: its text, unless it is gone.
pub(crate) fn resume(draft: &Draft) -> Option<String> {
    bridge::resume_draft(&draft.id)
}

/// The id of the present text among the drafts.
pub(crate) fn present() -> String {
    bridge::draft_id()
}

/// Deletes a draft.
pub(crate) fn remove(draft: &Draft) {
    bridge::remove_draft(&draft.id);
}

/// Calls `kept` with a word for whether the browser keeps the text, and `changed_elsewhere` with whether another tab has
/// changed a copy of it: whenever that changes, for as long as the page lives.
pub(crate) fn watch(kept: impl Fn(String) + 'static, changed_elsewhere: impl Fn(bool) + 'static) {
    bridge::watch_drafts(
        Closure::<dyn Fn(String)>::new(kept).into_js_value(),
        Closure::<dyn Fn(bool)>::new(changed_elsewhere).into_js_value(),
    );
}

/// Parts the draft from its copy in another tab.
pub(crate) fn keep_both() {
    bridge::keep_both();
}

/// The text of the copy in another tab, as a new draft of this tab; the present text stays among the drafts.
pub(crate) fn take_theirs() -> Option<String> {
    bridge::take_theirs()
}

/// Hands the text to the visitor as a file, exactly as it is.
pub(crate) fn download() {
    bridge::download_text();
}
