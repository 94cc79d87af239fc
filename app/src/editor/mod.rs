//! The editor's pane: the text on one side, completion, hover and findings on the other.

mod assist;
mod findings;
mod pane;

pub(crate) use pane::EditorPane;
