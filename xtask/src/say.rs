//! Messages of the run, on standard error, so that standard output stays with the tools that run.

use std::io::Write;

/// Prints a text as it is.
pub(crate) fn plain(text: &str) {
    // A closed terminal is no reason to stop the work.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Announces the next step, and why it is taken.
pub(crate) fn step(text: &str) {
    plain(&format!("==> {text}"));
}

/// A remark on the step under way.
pub(crate) fn note(text: &str) {
    plain(&format!("    {text}"));
}

/// The last words of a run that failed.
pub(crate) fn failure(text: &str) {
    plain(&format!("\nxtask: {text}"));
}
