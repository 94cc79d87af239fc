//! Questions of the form *what if*: the same analysis under changes that are not in the text yet.
//!
//! Goes in: an analysis and a list of changes. Comes out: the edits that would make them, the analysis of the text as it
//! would be; the short list of changes comes from [`effect()`], the semantic changes from [`crate::diff`]. Nothing is written; whoever asked
//! may apply the edits or forget them.

mod change;
mod choices;
mod effect;

pub use change::Change;
pub use choices::choices;
pub use effect::{Effect, ReachChange, effect};

use crate::analysis::Analysis;
use crate::text::{EditError, TextEdit};

/// The state after some changes.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The changes as an order: "move `api` to frankfurt, and close `db` to the internet".
    pub title: String,
    /// What would make them, all of it together.
    pub edits: Vec<TextEdit>,
    /// The text as it would be, analysed.
    pub analysis: Analysis,
}

/// Why a question cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file has no place where this change could be written, or it is in effect already. Holds the change as an
    /// order.
    NoPlace(String),
    /// Two of the changes write to one place.
    Conflict(EditError),
}

/// The state after `changes`.
///
/// # Errors
/// [`Refusal`] when one of them cannot be written, or two write to one place.
pub fn what_if(analysis: &Analysis, changes: &[Change]) -> Result<WhatIf, Refusal> {
    let question = analysis.question();
    let mut titles = Vec::new();
    let mut edits: Vec<TextEdit> = Vec::new();
    for change in changes {
        let title = change.title(question);
        match change.edit(question) {
            Some(edit) => edits.push(edit),
            None => return Err(Refusal::NoPlace(title)),
        }
        titles.push(title);
    }
    let analysis = analysis.edited(&edits).map_err(Refusal::Conflict)?;
    Ok(WhatIf { title: titles.join(", and "), edits, analysis })
}
