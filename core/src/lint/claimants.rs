//! Which rule reports which violation of the schema: exactly one for each.
//!
//! A claim that names fields comes before one that names none, so a rule about the network reports `region` in its own
//! words, and a general rule reports the rest. A test makes sure that no two claims of the same rank cover one violation.

use super::claims::Claim;
use crate::schema::Violation;

/// The rule that reports a violation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimant {
    /// Its code.
    pub code: &'static str,
    /// Whether it claims the field by name.
    pub by_name: bool,
}

/// The claims of all rules that have some.
pub struct Claims(Vec<(&'static str, &'static [Claim])>);

impl Claims {
    /// The claims of these rules, which come with their codes.
    pub fn new(rules: impl Iterator<Item = (&'static str, &'static [Claim])>) -> Self {
        Self(rules.filter(|(_, claims)| !claims.is_empty()).collect())
    }

    /// The rule that reports `violation`; `None` when no rule claims it.
    pub fn claimant(&self, violation: &Violation) -> Option<Claimant> {
        [true, false].into_iter().find_map(|by_name| {
            let covers = |claim: &Claim| claim.is_specific() == by_name && claim.covers(violation);
            let (code, _) = self.0.iter().find(|(_, claims)| claims.iter().any(covers))?;
            Some(Claimant { code, by_name })
        })
    }
}
