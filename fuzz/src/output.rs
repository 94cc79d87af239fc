//! What the settings need of the command line's output.

#[allow(dead_code, reason = "the command line shows paths, too")]
#[path = "../../cli/src/output/readable.rs"]
mod readable;

pub(crate) use readable::readable_all;
