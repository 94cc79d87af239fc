//! The plan as plain data.

use crate::diagnostics::Severity;
use crate::diff::{Part, Shown};
use crate::platform::Certainty;
use crate::text::Span;

/// What the next sync does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which sync it is.
    pub mode: Mode,
    /// Whether Render refuses the base, so that it was perhaps never synced.
    pub base_refused: bool,
    /// What comes of the change: parts of the head in its order, then those that are gone in the base's order.
    pub consequences: Vec<Consequence>,
}

/// Which sync the plan is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// One after others: the base was synced.
    #[default]
    Later,
    /// The first one: the base describes resources that were made elsewhere, and the sync takes them over.
    First,
}

/// What a consequence is. The order is that of `worst`: the most severe first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Data is lost, or the references lead to an empty datastore.
    DataLoss,
    /// A read replica is deleted.
    Destroy,
    /// Render refuses the sync.
    Refused,
    /// Something runs and bills on, and no file manages it.
    Orphan,
    /// Another one is created beside it.
    Replace,
    /// Nobody asks for a value that somebody must set.
    SetByHand,
    /// A setting goes back to its default.
    Reset,
    /// A secret changes.
    Rotate,
    /// What the file no longer says stays.
    Kept,
    /// Render asks for a value during the sync.
    Prompt,
    /// The sync takes over what exists.
    Adopt,
    /// Something is created.
    Create,
    /// It changes without a new resource.
    InPlace,
    /// Nobody knows.
    Unknown,
}

/// What comes of one difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// Id of the fact that decides: a row of the ledger's family Z.
    pub id: &'static str,
    /// What happens.
    pub class: Class,
    /// How much it weighs if it happens, however sure that is.
    pub severity: Severity,
    /// The part, as the head has it, or the base for one that is gone.
    pub part: Part,
    /// The field below the part, as in a difference; `None` for the part as a whole.
    pub field: Option<String>,
    /// The field before, or the name of a part; `None` where there was none.
    pub before: Option<Shown>,
    /// The same after the change.
    pub after: Option<Shown>,
    /// What happens, in words: lower case, no full stop, names in backticks.
    pub text: String,
    /// What to do instead or next; `None` where there is nothing to do.
    pub advice: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Ids of the facts it rests on.
    pub facts: &'static [&'static str],
    /// Where it is in the base.
    pub base: Option<Span>,
    /// Where it is in the head.
    pub head: Option<Span>,
}

impl Consequence {
    /// Whether it needs a look, a decision or a hand; the rest happens by itself.
    pub fn is_pressing(&self) -> bool {
        self.severity > Severity::Info || self.class == Class::Prompt
    }
}

impl Plan {
    /// Whether the sync does nothing.
    pub fn is_empty(&self) -> bool {
        self.consequences.is_empty()
    }

    /// The most severe class; `None` for an empty plan.
    pub fn worst(&self) -> Option<Class> {
        self.consequences.iter().map(|consequence| consequence.class).min()
    }

    /// The heaviest severity; `None` for an empty plan.
    pub fn severity(&self) -> Option<Severity> {
        self.consequences.iter().map(|consequence| consequence.severity).max()
    }

    /// Whether something of that class is in it.
    pub fn has(&self, class: Class) -> bool {
        self.consequences.iter().any(|consequence| consequence.class == class)
    }
}

impl Consequence {
    /// The key of the variable that it is about; `fromGroup NAME` for a link to a group.
    pub fn variable(&self) -> Option<&str> {
        self.field.as_deref()?.strip_prefix("envVars.")
    }

    /// The field for people: a variable by its key.
    pub(super) fn field_name(&self) -> Option<&str> {
        self.variable().or(self.field.as_deref())
    }
}

impl Mode {
    /// The word used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Later => "later",
            Self::First => "first",
        }
    }
}

impl Class {
    /// Every class, the most severe first.
    pub const ALL: [Self; 14] = [
        Self::DataLoss,
        Self::Destroy,
        Self::Refused,
        Self::Orphan,
        Self::Replace,
        Self::SetByHand,
        Self::Reset,
        Self::Rotate,
        Self::Kept,
        Self::Prompt,
        Self::Adopt,
        Self::Create,
        Self::InPlace,
        Self::Unknown,
    ];

    /// The word used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::DataLoss => "data-loss",
            Self::Destroy => "destroy",
            Self::Refused => "refused",
            Self::Orphan => "orphan",
            Self::Replace => "replace",
            Self::SetByHand => "set-by-hand",
            Self::Reset => "reset",
            Self::Rotate => "rotate",
            Self::Kept => "kept",
            Self::Prompt => "prompt",
            Self::Adopt => "adopt",
            Self::Create => "create",
            Self::InPlace => "in-place",
            Self::Unknown => "unknown",
        }
    }

    /// The words for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::DataLoss => "data loss",
            Self::Destroy => "destroyed",
            Self::Refused => "refused",
            Self::Orphan => "left behind",
            Self::Replace => "made anew",
            Self::SetByHand => "set by hand",
            Self::Reset => "reset",
            Self::Rotate => "new secret",
            Self::Kept => "stays",
            Self::Prompt => "asked for",
            Self::Adopt => "taken over",
            Self::Create => "created",
            Self::InPlace => "in place",
            Self::Unknown => "unknown",
        }
    }
}
