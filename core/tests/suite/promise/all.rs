//! Every promise about one text that makes no sense.

use super::each_fix::{Demand, complaints};
use super::{Case, broken_by_expansion, settle};
use blueprint_lens_core::text::apply;

/// What is broken, and how many fixes were tried.
pub(crate) struct Broken {
    pub(crate) broken: Vec<String>,
    pub(crate) tried: usize,
}

/// Tries every fix alone, all safe ones together, which settle in one round, and the effective Blueprint.
pub(crate) fn broken_promises(case: &Case) -> Broken {
    let mut broken = Vec::new();
    let mut tried = 0;
    let found = case.before.diagnostics().iter();
    for (found, fix) in found.flat_map(|found| found.fixes.iter().map(move |fix| (found, fix))) {
        tried += 1;
        let complaints = complaints(case, found, fix, Demand::NoOtherError);
        if !complaints.is_empty() {
            let after = apply(case.text(), &fix.edits).unwrap_or_default();
            let what = format!("`{}` for {}: {}", fix.title, found.rule, complaints.join("; "));
            broken.push(format!("{what}\n{after}"));
        }
    }
    match settle(case) {
        Ok(rounds) if rounds > 1 => broken.push(format!("{rounds} rounds")),
        Ok(_) => {}
        Err(why) => broken.push(why),
    }
    broken.extend(broken_by_expansion(&case.name, &case.before));
    Broken { broken, tried }
}
