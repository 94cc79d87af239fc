//! The editor's pane: the text on one side, completion, hover and findings on the other.

mod assist;
mod file_tabs;
mod findings;
mod pane;

pub(crate) use pane::EditorPane;
