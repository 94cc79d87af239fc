//! Violations by what rules ask for: an unknown field by its place, a missing one by the fields beside it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::claimants::Claimant;
use crate::schema::{Siblings, Violation, ViolationKind};
use crate::text::Span;

/// The list of the fields of a mapping, by where it is in memory; nothing is ever ordered by that.
type Mapping = usize;

/// The violations of a file.
pub(super) struct ViolationIndex<'a> {
    unknown: BTreeMap<Span, Vec<&'a Violation>>,
    missing: BTreeMap<(Mapping, &'a str), &'a Violation>,
}

impl<'a> ViolationIndex<'a> {
    pub(super) fn new(violations: &'a [Violation], claimants: &[Option<Claimant>]) -> Self {
        let (mut unknown, mut missing) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::new());
        for (violation, claimant) in violations.iter().zip(claimants) {
            if is_unknown_field(violation, claimant.as_ref()) {
                unknown.entry(violation.span).or_default().push(violation);
            } else if violation.kind == ViolationKind::Missing {
                let mapping = place(&violation.siblings);
                missing.entry((mapping, violation.field.as_str())).or_insert(violation);
            }
        }
        Self { unknown, missing }
    }

    /// The fields at `span` that Render does not know and that no rule claims by name.
    pub(super) fn unknown_at(&self, span: Span) -> &[&'a Violation] {
        self.unknown.get(&span).map_or(&[], Vec::as_slice)
    }

    /// The first report that the mapping with these fields lacks a field.
    pub(super) fn missing(&self, fields: &Arc<Siblings>, name: &str) -> Option<&'a Violation> {
        self.missing.get(&(place(fields), name)).copied()
    }
}

/// Whether a violation is a field that Render does not know at its node and that no rule claims by name.
pub(super) fn is_unknown_field(violation: &Violation, claimant: Option<&Claimant>) -> bool {
    violation.kind == ViolationKind::Unknown && claimant.is_some_and(|claimant| !claimant.by_name)
}

fn place(fields: &Arc<Siblings>) -> Mapping {
    Arc::as_ptr(fields).addr()
}
