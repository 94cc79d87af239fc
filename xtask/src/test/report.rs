//! What the reader of the terminal learns about a run of the checks.

use std::time::Instant;

use crate::{Result, say};

/// How a check ended when it did not fail.
pub(crate) enum Outcome {
    /// It found nothing.
    Passed,
    /// It did not run, for this reason.
    Skipped(&'static str),
}

/// The checks of one run: what passed, what failed and what did not run.
pub(super) struct Report {
    start: Instant,
    passed: usize,
    failed: Vec<&'static str>,
    skipped: Vec<String>,
}

/// Says in what order the checks run.
pub(super) fn plan(names: &[&'static str]) {
    say::step("checks, in this order");
    for (at, name) in names.iter().enumerate() {
        say::note(&format!("{:2} {name}", at + 1));
    }
}

impl Default for Report {
    fn default() -> Self {
        Self { start: Instant::now(), passed: 0, failed: Vec::new(), skipped: Vec::new() }
    }
}

impl Report {
    /// Notes what does not run.
    pub(super) fn skip(&mut self, name: &str, reason: &str) {
        self.skipped.push(format!("{name}: {reason}"));
    }

    /// Runs one check and says how it ended.
    pub(super) fn run(&mut self, name: &'static str, check: impl FnOnce() -> Result<Outcome>) {
        say::step(name);
        let start = Instant::now();
        let outcome = check();
        let time = say::clock(start.elapsed().as_secs());
        match outcome {
            Ok(Outcome::Passed) => {
                say::note(&format!("{name}: passed in {time}"));
                self.passed += 1;
            }
            Ok(Outcome::Skipped(reason)) => {
                say::note(&format!("{name}: skipped, {reason}"));
                self.skip(name, reason);
            }
            Err(sentence) => {
                say::note(&format!("{name}: FAILED after {time}: {sentence}"));
                self.failed.push(name);
            }
        }
    }

    /// Sums up; one sentence names the checks that failed.
    pub(super) fn end(self) -> Result<()> {
        let Self { start, passed, failed, skipped } = self;
        say::step(&format!(
            "{passed} checks passed, {} failed, in {}",
            failed.len(),
            say::clock(start.elapsed().as_secs())
        ));
        for line in &skipped {
            say::note(&format!("did not run: {line}"));
        }
        if failed.is_empty() {
            return Ok(());
        }
        Err(format!("failed: {}; search this output for FAILED", failed.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Report};

    #[test]
    fn a_failing_check_does_not_hide_the_next_and_is_named_at_the_end() {
        let mut report = Report::default();
        report.run("first", || Err("broken".to_owned()));
        report.run("second", || Ok(Outcome::Passed));
        report.run("third", || Ok(Outcome::Skipped("no such program")));
        assert_eq!((report.passed, report.skipped.len()), (1, 1));
        assert!(report.skipped[0].contains("no such program"));
        let sentence = report.end().expect_err("one failed");
        assert!(sentence.contains("first") && !sentence.contains("second"), "{sentence}");
    }

    #[test]
    fn what_did_not_run_is_no_failure() {
        let mut report = Report::default();
        report.skip("browser tests", "no browser");
        assert!(report.end().is_ok());
    }
}
