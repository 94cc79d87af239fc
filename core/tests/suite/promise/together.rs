//! All safe fixes together.

use super::{Case, bad, counts};
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::{Diagnostic, Safety};
use blueprint_lens_core::text::{EditSet, apply};

/// The text after the first safe fix of every finding, and how many there were; a fix that touches what an earlier one
/// touched waits for the next round.
fn round(analysis: &Analysis) -> (String, usize) {
    let mut edits = EditSet::default();
    let mut made = 0;
    for found in analysis.diagnostics() {
        let Some(fix) = found.fixes.iter().find(|fix| fix.safety == Safety::Safe) else {
            continue;
        };
        made += usize::from(edits.add(&fix.edits));
    }
    (apply(analysis.text(), edits.edits()).expect("only edits that fit together were kept"), made)
}

/// Applies safe fixes again and again; returns how many rounds that took, or what is wrong with it.
pub(crate) fn settle(case: &Case) -> Result<usize, String> {
    let (mut text, mut made) = round(&case.before);
    let mut rounds = 0;
    let mut last: Option<Analysis> = None;
    while made > 0 {
        rounds += 1;
        if rounds == 8 {
            return Err(format!("{}: the safe fixes do not settle:\n{text}", case.name));
        }
        let analysis = case.analysis(&text);
        (text, made) = round(&analysis);
        last = Some(analysis);
    }
    let is: &[Diagnostic] = last.as_ref().map_or(&[], |last| last.diagnostics());
    let was = case.before.diagnostics();
    if bad(is) > bad(was) {
        let (is, was) = (counts(is), counts(was));
        let name = &case.name;
        return Err(format!("{name}: together the safe fixes bring {is:?} for {was:?} in\n{text}"));
    }
    Ok(rounds)
}
