//! What the settings need of the command line's output.

#[path = "../../cli/src/output/readable.rs"]
mod readable;

pub(crate) use readable::readable_all;
