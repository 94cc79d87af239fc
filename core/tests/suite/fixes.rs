//! What every fix promises, over every example of the rules' pages and, where there is a corpus, over real Blueprints:
//! its edits are apart and inside the text, its finding goes, no other comes, and all safe fixes together settle.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::path::Path;

use crate::fixture::{blocks, strip};
use crate::promise::{Case, Demand, complaints, settle};
use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::lint::Setting;
use blueprint_lens_core::rules;
use blueprint_lens_core::text::decode;

/// Every YAML block of the fixture pages.
fn pages() -> Vec<Case> {
    let mut out = Vec::new();
    for rule in rules::all() {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/rules/{}.md", rule.code));
        let page = std::fs::read_to_string(path).expect("every rule has a page");
        for block in blocks(&page).iter().filter(|block| block.info == "yaml") {
            let (text, _) = strip(&block.content);
            let name = format!("{}, line {}", rule.code, block.line);
            let settings = [(rule.code.to_owned(), Setting::On)].into();
            let options = Options { settings, ..Options::default() };
            out.push(Case::new(name, &text, options));
        }
    }
    out
}

/// Files with a name, with the usual rules.
fn samples(files: Vec<(String, Vec<u8>)>) -> Vec<Case> {
    let case = |(name, bytes): (String, Vec<u8>)| Case {
        name,
        options: Options::default(),
        before: Analysis::with(decode(&bytes), Options::default()),
    };
    files.into_iter().map(case).collect()
}

/// Every file of the corpus.
fn corpus() -> Option<Vec<Case>> {
    Some(samples(crate::real::blueprints()?))
}

/// Small files that once broke a promise.
fn cases() -> Option<Vec<Case>> {
    Some(samples(crate::real::cases()?))
}

/// Checks every fix of every sample; returns how many were tried.
fn try_each(samples: &[Case]) -> usize {
    let mut failures = String::new();
    let mut tried = 0;
    for sample in samples {
        for found in sample.before.diagnostics() {
            for fix in &found.fixes {
                tried += 1;
                let complaints = complaints(sample, found, fix, Demand::NoOther);
                if !complaints.is_empty() {
                    failures.push_str(&format!(
                        "\n{}: `{}` for {} `{}`: {}",
                        sample.name,
                        fix.title,
                        found.rule,
                        found.message,
                        complaints.join("; ")
                    ));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
    tried
}

/// Applies the safe fixes of every sample; returns how many rounds that took at most.
fn settle_all(samples: &[Case]) -> usize {
    let rounds = samples.iter().map(|sample| settle(sample).unwrap_or_else(|why| panic!("{why}")));
    rounds.max().unwrap_or_default()
}

#[test]
fn each_fix_on_the_pages_of_the_rules_takes_its_finding_and_brings_no_other() {
    let tried = try_each(&pages());
    assert!(tried > 300, "only {tried} fixes were tried");
}

#[test]
fn each_fix_in_real_blueprints_takes_its_finding_and_brings_no_other() {
    let Some(samples) = corpus() else { return };
    let tried = try_each(&samples);
    assert!(tried > 1000, "only {tried} fixes were tried");
}

#[test]
fn each_fix_in_what_once_broke_a_promise_keeps_it() {
    let Some(samples) = cases() else { return };
    let tried = try_each(&samples);
    assert!(tried > 50, "only {tried} fixes were tried");
    settle_all(&samples);
}

#[test]
fn safe_fixes_settle_together() {
    let rounds = settle_all(&pages()).max(corpus().map_or(0, |samples| settle_all(&samples)));
    assert!((1..8).contains(&rounds), "{rounds} rounds");
}
