//! Families of facts: what a letter stands for.

use super::fact::Fact;

/// A family of facts, whose ids start with one letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactFamily {
    /// The letter.
    pub letter: char,
    /// What its facts are about.
    pub about: &'static str,
    /// What its facts are for.
    pub subject: Subject,
    pub(super) parts: &'static [&'static [Fact]],
}

/// What the facts of a family are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Mistakes in a file: each has a rule, or a reason why it has none.
    Mistakes,
    /// What a sync does with a change between two versions of a file, where neither version is wrong.
    Sync,
    /// What reachability, tables and the other facts rest on.
    Background,
}

impl Subject {
    /// Why rules need not look for such a fact, as a sentence; `None` where each fact has its own reason.
    pub fn without_rule(self) -> Option<&'static str> {
        match self {
            Self::Mistakes => None,
            Self::Sync => Some(
                "What a sync does with a change: one file alone shows no change, so no rule of `check` looks for it. The plan of a change has a rule of the same id for each: `blueprint-lens plan BASE HEAD`.",
            ),
            Self::Background => Some(
                "What reachability, tables and rules rest on: no mistake, so no rule looks for it.",
            ),
        }
    }
}

impl FactFamily {
    /// Its facts, in order.
    pub fn facts(self) -> impl Iterator<Item = &'static Fact> {
        self.parts.iter().copied().flatten()
    }

    /// The ids of its facts: `W01` and so on.
    pub fn ids(self) -> impl Iterator<Item = &'static str> {
        self.facts().map(|fact| fact.id)
    }
}
