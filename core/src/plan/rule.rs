//! What a rule of the plan is.

use super::consequence::Class;
use super::event::Event;
use crate::platform::{Certainty, assert_facts, certainty_of_fact};

/// What one row of the ledger does with the events that it is about.
pub(super) struct PlanRule {
    /// Id of the row.
    pub(super) id: &'static str,
    /// The row, and what else the rule rests on.
    pub(super) facts: &'static [&'static str],
    /// How sure the row is.
    pub(super) certainty: Certainty,
    /// What comes of an event; `None` for one that the rule is not about.
    pub(super) decide: fn(&Event<'_>) -> Option<Effect>,
}

/// What comes of an event.
pub(super) struct Effect {
    pub(super) class: Class,
    /// What happens, in words.
    pub(super) text: String,
    /// What to do instead or next.
    pub(super) advice: Option<String>,
    /// Less sure than the row is.
    pub(super) certainty: Option<Certainty>,
}

impl PlanRule {
    /// The first of `facts` is the row, which says how sure the rule is. An id that the ledger does not have does not
    /// compile.
    pub(super) const fn new(
        facts: &'static [&'static str],
        decide: fn(&Event<'_>) -> Option<Effect>,
    ) -> Self {
        assert_facts(facts);
        Self { id: facts[0], facts, certainty: certainty_of_fact(facts[0]), decide }
    }
}

impl Effect {
    /// A class with its words.
    pub(super) fn new(class: Class, text: impl Into<String>) -> Self {
        Self { class, text: text.into(), advice: None, certainty: None }
    }

    /// What to do instead or next.
    pub(super) fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// Less sure than the row: it follows from it, but nobody states it.
    pub(super) fn inferred(mut self) -> Self {
        self.certainty = Some(Certainty::Inferred);
        self
    }
}
