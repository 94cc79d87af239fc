//! What a row of the ledger says.

use super::evidence::Evidence;

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Stated by Render's documentation or schema.
    Documented,
    /// Stated by other official material only, or seen as a live message of Render's validator.
    Observed,
    /// A single report, or inferred: a warning at most.
    Inferred,
}

impl Certainty {
    /// The word used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Observed => "observed",
            Self::Inferred => "inferred",
        }
    }

    /// In words, for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Observed => "seen",
            Self::Inferred => "inferred",
        }
    }
}

/// A fact about Render.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The letter of its family and its number there.
    pub id: &'static str,
    /// What Render does.
    pub statement: &'static str,
    /// What to do where people get it wrong; `None` where there is nothing to do.
    pub remedy: Option<&'static str>,
    /// What Render or the app says then, word for word, with a name for an example where it names one.
    pub messages: &'static [&'static str],
    /// How sure it is.
    pub certainty: Certainty,
    /// Where it is stated or was seen; never empty.
    pub evidence: &'static [&'static Evidence],
}

impl Fact {
    /// The date of its newest evidence, ISO 8601.
    pub fn date(&self) -> &'static str {
        self.evidence.iter().map(|evidence| evidence.date).max().unwrap_or_default()
    }

    pub(super) const fn remedy(mut self, remedy: &'static str) -> Self {
        self.remedy = Some(remedy);
        self
    }

    pub(super) const fn messages(mut self, messages: &'static [&'static str]) -> Self {
        self.messages = messages;
        self
    }
}

/// A fact that Render's documentation or schema states.
pub(super) const fn documented(
    id: &'static str,
    evidence: &'static [&'static Evidence],
    statement: &'static str,
) -> Fact {
    fact(id, evidence, statement, Certainty::Documented)
}

/// A fact that other official material states, or that was seen.
pub(super) const fn observed(
    id: &'static str,
    evidence: &'static [&'static Evidence],
    statement: &'static str,
) -> Fact {
    fact(id, evidence, statement, Certainty::Observed)
}

/// A fact from a single report, or from our reading of others.
pub(super) const fn inferred(
    id: &'static str,
    evidence: &'static [&'static Evidence],
    statement: &'static str,
) -> Fact {
    fact(id, evidence, statement, Certainty::Inferred)
}

const fn fact(
    id: &'static str,
    evidence: &'static [&'static Evidence],
    statement: &'static str,
    certainty: Certainty,
) -> Fact {
    Fact { id, statement, remedy: None, messages: &[], certainty, evidence }
}
