//! The items of the list, and how they turn out.

use crate::text::Span;

/// The result of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The file shows that it is right.
    Ok,
    /// The file shows that it is wrong.
    Wrong,
    /// The file does not show it: look in the Connect menu of the Dashboard.
    Look,
}

impl Outcome {
    /// The word used in every output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Wrong => "wrong",
            Self::Look => "look",
        }
    }
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The question: `Right address?`.
    pub question: &'static str,
    /// The result.
    pub outcome: Outcome,
    /// Why, or what to look for: lower case, no full stop, names in backticks.
    pub text: String,
    /// The spans that show it.
    pub span: Option<Span>,
}

/// All items, and how to watch both ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// The items, in the order in which to check them.
    pub checks: Vec<Check>,
    /// Commands to copy into a shell; empty when one end is not declared.
    pub commands: Vec<String>,
}

/// One item.
pub(super) fn check(
    question: &'static str,
    outcome: Outcome,
    text: String,
    span: Option<Span>,
) -> Check {
    Check { question, outcome, text, span }
}
