//! The plan of a large change takes no worse than n log n: sixteen times the size must take far less than the 256 times that
//! a square would take. The margin is wide, because the machine does other things, too.
#![expect(clippy::disallowed_types, reason = "the tests read a clock, the crate does not")]

use std::time::{Duration, Instant};

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::diff;
use blueprint_lens_core::plan::{Mode, plan};

/// Services that all have a new name and another variable, and a database each.
fn texts(size: usize) -> (String, String) {
    let side = |suffix: &str, value: &str| {
        let services: String = (0..size)
            .map(|at| {
                format!(
                    "  - {{type: worker, name: worker-{at}{suffix}, runtime: docker, envVars: [{{key: URL, fromDatabase: {{name: data-{at}, property: connectionString}}}}, {{key: MODE, value: {value}}}]}}\n"
                )
            })
            .collect();
        let databases: String =
            (0..size).map(|at| format!("  - {{name: data-{at}, ipAllowList: []}}\n")).collect();
        format!("services:\n{services}databases:\n{databases}")
    };
    (side("", "one"), side("-b", "two"))
}

fn time(size: usize) -> (Duration, usize) {
    let (base, head) = texts(size);
    let (base, head) = (Analysis::new(&base), Analysis::new(&head));
    let difference = diff(&base, &head);
    let mut best = Duration::MAX;
    let mut told = 0;
    for _ in 0..3 {
        let started = Instant::now();
        told = plan(&base, &head, &difference, Mode::Later).consequences.len();
        best = best.min(started.elapsed());
    }
    (best, told)
}

#[test]
fn sixteen_times_the_size_takes_about_sixteen_times_as_long() {
    let (small, few) = time(100);
    let (large, many) = time(1600);
    assert_eq!(many, 16 * few);
    assert!(large < small * 16 * 6, "{small:?} and {large:?}");
}
