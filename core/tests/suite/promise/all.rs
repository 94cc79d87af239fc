//! Every promise about one text that makes no sense.

use super::each_fix::{Demand, complaints};
use super::{Case, broken_by_expansion, settle};
use blueprint_lens_core::text::apply;

/// Most rounds in which safe fixes settle: one for all that fit together, one for what was behind them or in their way.
const ROUNDS: usize = 2;

/// What is broken, and how many fixes were tried.
pub(crate) struct Broken {
    pub(crate) broken: Vec<String>,
    pub(crate) tried: usize,
}

/// Tries `most` fixes, from number `first` on, all safe ones together, and the effective Blueprint.
pub(crate) fn broken_promises(case: &Case, first: usize, most: usize) -> Broken {
    let mut broken = Vec::new();
    let found = case.before.diagnostics().iter();
    let fixes: Vec<_> =
        found.flat_map(|found| found.fixes.iter().map(move |fix| (found, fix))).collect();
    let tried = fixes.len().min(most);
    for (found, fix) in (0..tried).map(|at| fixes[first.wrapping_add(at) % fixes.len()]) {
        let complaints = complaints(case, found, fix, Demand::NoOtherError);
        if !complaints.is_empty() {
            let after = apply(case.text(), &fix.edits).unwrap_or_default();
            let what = format!("`{}` for {}: {}", fix.title, found.rule, complaints.join("; "));
            broken.push(format!("{what}\n{after}"));
        }
    }
    match settle(case) {
        Ok(rounds) if rounds > ROUNDS => broken.push(format!("{rounds} rounds")),
        Ok(_) => {}
        Err(why) => broken.push(why),
    }
    broken.extend(broken_by_expansion(&case.name, &case.before));
    Broken { broken, tried }
}
