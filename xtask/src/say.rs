//! Messages of the run, on standard error, so that standard output stays with the tools that run.

use std::io::Write;
use std::time::Instant;

use crate::Result;

/// Prints a text as it is.
pub(crate) fn plain(text: &str) {
    // A closed terminal is no reason to stop the work.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Announces the next step, and why it is taken.
pub(crate) fn step(text: &str) {
    plain(&format!("==> {text}"));
}

/// Announces a step, takes it, and says how long it took.
pub(crate) fn timed<T>(text: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    step(text);
    let start = Instant::now();
    let result = work();
    let outcome = if result.is_ok() { "done in" } else { "failed after" };
    note(&format!("{outcome} {}", clock(start.elapsed().as_secs())));
    result
}

/// A remark on the step under way.
pub(crate) fn note(text: &str) {
    plain(&format!("    {text}"));
}

/// The last words of a run that failed.
pub(crate) fn failure(text: &str) {
    plain(&format!("\nxtask: {text}"));
}

/// A duration as people read it: `12 s`, `3 min 5 s`.
pub(crate) fn clock(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn minutes_appear_when_there_are_some() {
        assert_eq!(clock(0), "0 s");
        assert_eq!(clock(59), "59 s");
        assert_eq!(clock(185), "3 min 5 s");
    }
}
