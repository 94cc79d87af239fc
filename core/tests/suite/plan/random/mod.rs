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

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("it is below a usize")
    }

    fn chance(&mut self, of_ten: usize) -> bool {
        self.below(10) < of_ten
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

fn is_refused(analysis: &Analysis) -> bool {
    analysis.diagnostics().iter().any(|finding| {
        finding.severity == Severity::Error
            && matches!(finding.category, Category::Syntax | Category::Schema | Category::Validator)
    })
}

/// One pair; `None` for one of which Render refuses a side.
fn compared(seed: u64) -> Option<BTreeSet<String>> {
    let mut random = Random(seed);
    let base = blueprints::blueprint(&mut random);
    let mut head = base.clone();
    for _ in 0..=random.below(6) {
        changes::change(&mut head, &mut random);
    }
    let text = |value: &serde_yaml::Value| serde_yaml::to_string(value).expect("it is YAML");
    let (base_text, head_text) = (text(&base), text(&head));
    let before = Analysis::new(&base_text);
    if is_refused(&before) {
        return None;
    }
    let after = Analysis::new(&head_text);
    if is_refused(&after) {
        return None;
    }
    let found: BTreeSet<String> =
        super::lines(&plan(&before, &after, &diff(&before, &after), Mode::Later))
            .into_iter()
            .collect();
    let expected = naive::plan(&base, &head);
    assert!(
        found == expected,
        "seed {seed}\n{base_text}\n--- to ---\n{head_text}\nfound only: {:#?}\nexpected only: {:#?}",
        found.difference(&expected).collect::<Vec<_>>(),
        expected.difference(&found).collect::<Vec<_>>(),
    );
    // The list runs the plan once more, so not every pair is asked about.
    if seed.is_multiple_of(4) {
        let step = |step: &Step| {
            let key = step.variable.as_deref()?;
            Some(format!("{} {} {key}", step.phase.id(), step.node))
        };
        let mut hands: Vec<String> = checklist(&before, &after).iter().filter_map(step).collect();
        hands.sort();
        assert_eq!(
            hands,
            naive::hands(&base, &head),
            "seed {seed}\n{base_text}\n--- to ---\n{head_text}"
        );
    }
    Some(found)
}

/// Pairs that both evaluators are asked about.
const PAIRS: usize = 10_000;

#[test]
fn two_evaluators_agree() {
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let share = |thread: usize| {
        let (mut pairs, mut told, mut seed) = (0, BTreeMap::new(), thread as u64);
        while pairs < PAIRS.div_ceil(threads) {
            if let Some(lines) = compared(seed) {
                pairs += 1;
                for line in lines {
                    let outcome: Vec<&str> = line.split(' ').take(2).collect();
                    *told.entry(outcome.join(" ")).or_insert(0) += 1;
                }
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
