//! The targets of the fuzzer over some thousand inputs that seeds decide, so that they run with the other tests, too.

use crate::fuzzing::TARGETS;
use crate::random::seeded;

/// How many bytes an input has at most.
const BYTES: u64 = 260;

/// Gives `count` inputs to a target.
fn check(target: &str, count: u64) {
    let check = TARGETS.iter().find(|(name, _)| *name == target).expect("a target").1;
    let mut failures = Vec::new();
    for seed in 0..count {
        let bytes = seeded(seed, (8 + seed % BYTES) as usize);
        let broken = check(&bytes);
        failures.extend(broken.iter().map(|what| format!("seed {seed}: {what}")));
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn findings_are_in_their_text() {
    check("findings", 600);
}

#[test]
fn everything_that_is_made_of_a_text_is_sound() {
    check("everything", 60);
}

#[test]
fn a_picture_kept_in_place_shows_what_the_text_makes() {
    check("edits", 40);
}

#[test]
fn what_expands_says_the_same() {
    check("expansion", 300);
}

#[test]
fn any_two_versions_can_be_compared() {
    check("change", 100);
}
