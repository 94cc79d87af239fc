//! A step of the list.

use crate::text::Span;

/// When a step is due. The order is that of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// It must exist before the sync.
    Before,
    /// Render asks for it during the sync.
    Asked,
    /// Render does not ask for it: somebody sets it.
    ByHand,
    /// It is known only after the first deploy.
    Afterwards,
    /// The DNS of a custom domain.
    Dns,
    /// It starts empty.
    Empty,
    /// The sync leaves it behind.
    Delete,
    /// Whether it works.
    Verify,
}

/// One thing to do by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When it is due.
    pub phase: Phase,
    /// Id of the part that it is about, of the head where that has it.
    pub node: String,
    /// Key of the variable that needs the hand.
    pub variable: Option<String>,
    /// What to do: lower case, no full stop, names in backticks.
    pub text: String,
    /// Lines to copy: commands for a shell, or records for DNS.
    pub commands: Vec<String>,
    /// Where it is in the head; nowhere for what only the base has.
    pub spans: Vec<Span>,
}

/// The steps of a list phase by phase, in order; a phase without a step is left out.
pub fn by_phase(steps: &[Step]) -> impl Iterator<Item = (Phase, &[Step])> {
    steps.chunk_by(|one, next| one.phase == next.phase).map(|due| (due[0].phase, due))
}

impl Phase {
    /// The word used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Asked => "asked",
            Self::ByHand => "by-hand",
            Self::Afterwards => "afterwards",
            Self::Dns => "dns",
            Self::Empty => "empty",
            Self::Delete => "delete",
            Self::Verify => "verify",
        }
    }

    /// The heading for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Before => "Before the sync",
            Self::Asked => "What Render asks for",
            Self::ByHand => "What to set by hand: Render does not ask for it",
            Self::Afterwards => "What is known only after the first deploy",
            Self::Dns => "DNS of custom domains",
            Self::Empty => "What starts empty",
            Self::Delete => "What to delete by hand",
            Self::Verify => "What to check then",
        }
    }
}

impl Step {
    /// A step without a variable and commands.
    pub(super) fn new(phase: Phase, node: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            phase,
            node: node.into(),
            variable: None,
            text: text.into(),
            commands: Vec::new(),
            spans: Vec::new(),
        }
    }

    /// Where it is.
    pub(super) fn at(mut self, spans: impl IntoIterator<Item = Span>) -> Self {
        self.spans.extend(spans);
        self
    }
}
