//! Fixes and the effective Blueprint over random Blueprints.

use crate::promise::{Case, Demand, broken_by_expansion, complaints, settle};
use crate::random::{seeded, text};
use blueprint_lens_core::analysis::Options;

/// How many Blueprints are made.
const CASES: u64 = 20_000;
/// How many decisions a Blueprint is made from at most.
const DECISIONS: usize = 300;

#[test]
fn look() {
    let n: u64 = std::env::var("N").map_or(2000, |n| n.parse().unwrap());
    let first: u64 = std::env::var("FIRST").map_or(0, |n| n.parse().unwrap());
    let (mut fixes, mut expansions, mut failures) =
        (0, 0, std::collections::BTreeMap::<String, (usize, u64)>::new());
    let mut rounds = std::collections::BTreeMap::<usize, (usize, u64)>::new();
    let mut time = [std::time::Duration::ZERO; 4];
    for seed in first..first + n {
        let t = std::time::Instant::now();
        let case =
            Case::new(format!("seed {seed}"), &text(&seeded(seed, DECISIONS)), Options::default());
        let _ = case.before.diagnostics();
        time[0] += t.elapsed();
        let t = std::time::Instant::now();
        let mut fail = |what: String| {
            let e = failures.entry(what).or_insert((0, seed));
            e.0 += 1;
        };
        for found in case.before.diagnostics() {
            for fix in &found.fixes {
                fixes += 1;
                for why in complaints(&case, found, fix, Demand::NoOtherError) {
                    if std::env::var("SHOW").is_ok_and(|show| found.rule == show) {
                        println!(
                            "==== seed {seed}: {} `{}` at {}: {why}\n{}\n---- after\n{}",
                            found.message,
                            fix.title,
                            found.path,
                            case.text(),
                            blueprint_lens_core::text::apply(case.text(), &fix.edits).unwrap()
                        );
                        return;
                    }
                    let why: String = why.chars().take(60).collect();
                    let why =
                        if why.starts_with("changes ") && !why.starts_with("changes the network") {
                            why.split(' ').nth(2).unwrap_or("x").to_owned()
                        } else if why.starts_with("changes the network") {
                            "changes the network".to_owned()
                        } else {
                            why.split('`').next().unwrap().to_owned()
                        };
                    fail(format!(
                        "{} `{}` {:?}: {why}",
                        found.rule,
                        fix.title.split('`').next().unwrap(),
                        fix.safety
                    ));
                }
            }
        }
        time[1] += t.elapsed();
        let t = std::time::Instant::now();
        match settle(&case) {
            Ok(r) => {
                let e = rounds.entry(r).or_insert((0, seed));
                e.0 += 1;
            }
            Err(why) if std::env::var("SHOW").is_ok_and(|show| "together" == show) => {
                println!("==== {}\n{why}", case.text());
                return;
            }
            Err(why) => fail(why.lines().next().unwrap().split(':').nth(1).unwrap().to_owned()),
        }
        time[2] += t.elapsed();
        let t = std::time::Instant::now();
        if let Some(why) = broken_by_expansion("x", &case.before) {
            expansions += 1;
            if std::env::var("SHOW").is_ok_and(|show| "expand" == show) {
                println!("=== {seed} {}\n{why}", case.text());
                return;
            }
            fail(format!(
                "expand {}",
                why.lines().next().unwrap().chars().take(40).collect::<String>()
            ));
        }
        time[3] += t.elapsed();
    }
    println!("{fixes} fixes, {expansions} expansions, {rounds:?}, {time:?}");
    for (what, (count, seed)) in failures {
        println!("{count} {seed} {what}");
    }
}
