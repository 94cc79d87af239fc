//! What fixes and the effective Blueprint promise, over 20,000 random Blueprints in four parts that run side by side.

use crate::promise::{Case, Demand, broken_by_expansion, complaints, settle};
use crate::random::{seeded, text};
use blueprint_lens_core::analysis::Options;
use blueprint_lens_core::text::apply;

/// How many Blueprints one part makes.
const CASES: u64 = 5_000;
/// How many decisions a Blueprint is made from at most.
const DECISIONS: usize = 220;
/// How many fixes of one Blueprint are tried: others each time, so that in the end all kinds of them are.
const FIXES: usize = 3;
/// Most rounds in which safe fixes settle: one for all that fit together, one for what was behind them or in their way.
const ROUNDS: usize = 2;

/// Checks the Blueprint of a seed; returns how many fixes were tried.
fn check(seed: u64, failures: &mut Vec<String>) -> usize {
    let case =
        Case::new(format!("seed {seed}"), &text(&seeded(seed, DECISIONS)), Options::default());
    let mut fail = |what: &str, text: &str| {
        failures.push(format!("seed {seed}: {what}\n{}\n---\n{text}", case.text()));
    };
    let found = case.before.diagnostics().iter();
    let fixes: Vec<_> =
        found.flat_map(|found| found.fixes.iter().map(move |fix| (found, fix))).collect();
    let tried = fixes.len().min(FIXES);
    let first = usize::try_from(seed).unwrap_or_default();
    for (found, fix) in (0..tried).map(|at| fixes[(first + at) % fixes.len()]) {
        for complaint in complaints(&case, found, fix, Demand::NoOtherError) {
            let after = apply(case.text(), &fix.edits).unwrap_or_default();
            fail(&format!("`{}` for {}: {complaint}", fix.title, found.rule), &after);
        }
    }
    match settle(&case) {
        Ok(rounds) if rounds > ROUNDS => fail(&format!("{rounds} rounds"), ""),
        Ok(_) => {}
        Err(why) => fail(&why, ""),
    }
    if let Some(why) = broken_by_expansion("expand", &case.before) {
        fail(&why, "");
    }
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
