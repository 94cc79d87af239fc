//! What fixes and the effective Blueprint promise, over 5,000 random Blueprints with more than 20,000 fixes, in four parts
//! that run side by side.

use crate::promise::{Broken, Case, broken_promises};
use crate::random::{seeded, text};
use blueprint_lens_core::analysis::Options;

/// How many Blueprints one part makes.
const CASES: u64 = 1_250;
/// How many decisions a Blueprint is made from at most.
const DECISIONS: usize = 220;

/// Checks the Blueprint of a seed; returns how many fixes were tried.
fn check(seed: u64, failures: &mut Vec<String>) -> usize {
    let text = text(&seeded(seed, DECISIONS));
    let case = Case::new(format!("seed {seed}"), &text, Options::default());
    let Broken { broken, tried } = broken_promises(&case);
    failures.extend(broken.iter().map(|what| format!("seed {seed}: {what}\n---\n{text}")));
    tried
}

/// Checks one part of the Blueprints.
fn check_part(part: u64) {
    let mut failures = Vec::new();
    let seeds = part * CASES..(part + 1) * CASES;
    let tried: usize = seeds.map(|seed| check(seed, &mut failures)).sum();
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n\n"));
    assert!(tried > 5_000, "only {tried} fixes were tried");
}

#[test]
fn the_first_part_keeps_every_promise() {
    check_part(0);
}

#[test]
fn the_second_part_keeps_every_promise() {
    check_part(1);
}

#[test]
fn the_third_part_keeps_every_promise() {
    check_part(2);
}

#[test]
fn the_fourth_part_keeps_every_promise() {
    check_part(3);
}
