//! Causes with their effects folded under them: a resource that moves to another region and an environment whose isolation
//! is switched come first, and who can reach whom no longer, or now, stands below.

use std::collections::BTreeSet;

use blueprint_lens_core::diff::{Difference, IsolationChange};

use super::change::{Change, ours, theirs};
use super::effects::Effects;
use super::environments;

/// What changed first, and the effects that no cause explains.
pub(super) struct Causes<'a> {
    /// One for each resource that moved and has effects.
    pub(super) moves: Vec<Change>,
    /// One for each isolation that was switched.
    pub(super) isolation: Vec<Change>,
    /// Effects that are left.
    pub(super) left: Effects<'a>,
}

/// Sorts the effects of a difference by what causes them.
pub(super) fn causes(difference: &Difference) -> Causes<'_> {
    let mut left = Effects::of(difference);
    let moves = difference.parts.iter().filter_map(|part| {
        let region = part.fields.iter().find(|field| field.field == "region")?;
        let (before, after) = region.before.as_ref().zip(region.after.as_ref())?;
        let id = part.part.id.as_str();
        let effects = left.taken(|from, to| from == id || to == id, |_, _| false);
        let (before, after) = (theirs(&before.text), theirs(&after.text));
        let sentence = vec![theirs(id), ours(" moves from "), before, ours(" to "), after];
        (!effects.is_empty()).then(|| effects.under(Change::plain('~', "moved", sentence)))
    });
    let moves = moves.collect();
    let isolation = difference.isolation.iter().map(|change| {
        let effects = match change {
            IsolationChange::On { environment, members }
            | IsolationChange::Off { environment, members } => {
                let members: BTreeSet<&str> = members.iter().map(String::as_str).collect();
                let is_inside = |id: &str| members.contains(id);
                left.taken(
                    |from, to| is_inside(from) != is_inside(to),
                    |from, to| from == environment || to == environment,
                )
            }
            IsolationChange::Left { part, .. } => {
                left.taken(|from, to| from == part.id || to == part.id, |_, _| false)
            }
        };
        effects.under(environments::isolation(change))
    });
    let isolation = isolation.collect();
    Causes { moves, isolation, left }
}
