//! The targets of the fuzzer over some thousand inputs that seeds decide, so that they run with the other tests, too.

use crate::fuzzing::{CHANGE, EDITS, EVERYTHING, EXPANSION, FINDINGS, FIXES, Target};
use crate::random::seeded;

/// How many bytes an input has at most.
const BYTES: u64 = 260;

/// Gives `count` inputs to a target.
fn check(target: &Target, count: u64) {
    let mut failures = Vec::new();
    for seed in 0..count {
        let bytes = seeded(seed, (8 + seed % BYTES) as usize);
        let broken = (target.broken)(&bytes);
        let told =
            broken.iter().map(|what| format!("seed {seed}: {what}\n{}", target.shown(&bytes)));
        failures.extend(told);
    }
    let name = target.name;
    assert!(failures.is_empty(), "{}: {} failures\n{}", name, failures.len(), failures.join("\n"));
}

#[test]
fn findings_are_in_their_text() {
    check(&FINDINGS, 600);
}

#[test]
fn everything_that_is_made_of_a_text_is_sound() {
    check(&EVERYTHING, 60);
}

#[test]
fn a_picture_kept_in_place_shows_what_the_text_makes() {
    check(&EDITS, 40);
}

#[test]
fn fixes_keep_their_promises() {
    check(&FIXES, 40);
}

#[test]
fn what_expands_says_the_same() {
    check(&EXPANSION, 300);
}

#[test]
fn any_two_versions_can_be_compared() {
    check(&CHANGE, 100);
}
