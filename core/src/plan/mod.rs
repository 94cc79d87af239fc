//! What the next sync does with a change: the plan. From two analyses to a list of consequences, each with its class, its
//! weight, what to do instead, and how sure it is.
//!
//! `matching` says which part of the base is which part of the head, `events` lists what differs, and the first of
//! the ordered `rules` that knows an event says what comes of it. Each row of the ledger's family Z has its rule, a few
//! have several, and a rule is as sure as its row. Secrets are hidden here already, as in a difference.

mod consequence;
mod entry;
mod event;
mod events;
mod headline;
mod likeness;
mod matching;
mod place;
mod refused_head;
mod rule;
mod rules;
mod sides;
mod source;
mod unmatched;

pub use consequence::{Class, Consequence, Mode, Plan};
pub use entry::Entry;
pub use headline::headline;
pub use refused_head::refusals;

use crate::analysis::Analysis;
use crate::diff::Difference;
use sides::Sides;

/// What the next sync does when `head` takes the place of `base`; `difference` is what changed between them.
///
/// A head that Render refuses has one consequence: nothing happens. A base that Render refuses was perhaps never synced,
/// so nothing is surer than inferred.
pub fn plan(base: &Analysis, head: &Analysis, difference: &Difference, mode: Mode) -> Plan {
    let base_refused = is_refused(base);
    let refused = refused_head::consequence(head, difference, base_refused);
    let consequences = refused.unwrap_or_else(|| consequences(base, head, mode));
    Plan { mode, base_refused, consequences }
}

/// What the next sync does, were the head one that Render takes.
pub(crate) fn consequences(base: &Analysis, head: &Analysis, mode: Mode) -> Vec<Consequence> {
    let base_refused = is_refused(base);
    let sides = Sides::new(base, head, mode);
    let variables = events::variables(&sides);
    let mut found = Vec::new();
    events::each(&sides, &variables, &mut |event| {
        found.extend(rules::apply(&event, base_refused));
    });
    found
}

/// Whether Render refuses a version. An empty text is none.
fn is_refused(analysis: &Analysis) -> bool {
    refusals(analysis).next().is_some() && !analysis.text().trim().is_empty()
}
