//! The plan against a second evaluator, which reads the rows on syncs literally and shares no code with the first, on
//! random pairs of Blueprints that Render takes; and the checklist against the variables that need a hand.

mod blueprints;
mod changes;
mod naive;
mod parts;

use std::collections::{BTreeMap, BTreeSet};

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::checklist::{Step, checklist};
use blueprint_lens_core::diagnostics::{Category, Severity};
use blueprint_lens_core::diff::diff;
use blueprint_lens_core::plan::{Mode, plan};

use crate::random::{Random, asked_for};

fn is_refused(analysis: &Analysis) -> bool {
    analysis.diagnostics().iter().any(|finding| {
        finding.severity == Severity::Error
            && matches!(finding.category, Category::Syntax | Category::Schema | Category::Validator)
    })
}

/// Versions of one Blueprint that are compared, each with the one before it.
const VERSIONS: usize = 8;

/// A version that Render takes.
struct Version {
    value: serde_yaml::Value,
    text: String,
    analysis: Analysis,
}

/// `None` for a version that Render refuses.
fn version(value: serde_yaml::Value) -> Option<Version> {
    let text = serde_yaml::to_string(&value).expect("it is YAML");
    let analysis = Analysis::new(&text);
    (!is_refused(&analysis)).then_some(Version { value, text, analysis })
}

/// The plans of the versions of a Blueprint, as far as Render takes them.
fn compared(seed: u64) -> Vec<BTreeSet<String>> {
    let mut random = Random(seed);
    let mut plans = Vec::new();
    let Some(mut base) = version(blueprints::blueprint(&mut random)) else { return plans };
    for _ in 0..VERSIONS {
        let mut changed = base.value.clone();
        for _ in 0..=random.below(6) {
            changes::change(&mut changed, &mut random);
        }
        let Some(head) = version(changed) else { continue };
        plans.push(agreed(seed, &base, &head));
        base = head;
    }
    plans
}

/// What both evaluators say of a change.
fn agreed(seed: u64, base: &Version, head: &Version) -> BTreeSet<String> {
    let (before, after) = (&base.analysis, &head.analysis);
    let found = super::lines(&plan(before, after, &diff(before, after), Mode::Later));
    let found: BTreeSet<String> = found.into_iter().collect();
    let expected = naive::plan(&base.value, &head.value);
    assert!(
        found == expected,
        "seed {seed}\n{}\n--- to ---\n{}\nfound only: {:#?}\nexpected only: {:#?}",
        base.text,
        head.text,
        found.difference(&expected).collect::<Vec<_>>(),
        expected.difference(&found).collect::<Vec<_>>(),
    );
    // The list runs the plan once more, so not every pair is asked about.
    if seed.is_multiple_of(4) {
        let step = |step: &Step| {
            let key = step.variable.as_deref()?;
            Some(format!("{} {} {key}", step.phase.id(), step.node))
        };
        let mut hands: Vec<String> = checklist(before, after).iter().filter_map(step).collect();
        hands.sort();
        let expected = naive::hands(&base.value, &head.value);
        assert_eq!(hands, expected, "seed {seed}\n{}\n--- to ---\n{}", base.text, head.text);
    }
    found
}

/// Pairs that both evaluators are asked about.
const PAIRS: usize = 10_000;

#[test]
fn two_evaluators_agree() {
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let share = |thread: usize| {
        let (mut pairs, mut told, mut seed) = (0, BTreeMap::new(), thread as u64);
        while pairs < PAIRS.div_ceil(threads) {
            let plans = compared(seed);
            pairs += plans.len();
            for line in plans.iter().flatten() {
                let outcome: Vec<&str> = line.split(' ').take(2).collect();
                *told.entry(outcome.join(" ")).or_insert(0) += 1;
            }
            seed += threads as u64;
        }
        told
    };
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|at| scope.spawn(move || share(at))).collect();
        for thread in running {
            for (outcome, times) in thread.join().expect("both agree") {
                *told.entry(outcome).or_default() += times;
            }
        }
    });
    let outcomes = told.values().filter(|times| **times >= 10).count();
    assert!(outcomes >= 35, "only {outcomes} outcomes were seen ten times: {told:#?}");
}

#[test]
#[expect(clippy::print_stderr, reason = "somebody asks for the seeds")]
fn two_evaluators_agree_in_a_wide_run() {
    let pairs: usize = asked_for().map(|seed| compared(seed).len()).sum();
    eprintln!("both evaluators agree on {pairs} changes");
}
