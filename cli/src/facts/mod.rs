//! `facts`: what Blueprint Lens knows about Render, row by row, as the ledger of the engine has it.

mod choice;
mod forms;
mod page;

use std::process::ExitCode;

use choice::chosen;

use crate::args::{FactsArguments, ListFormat};
use crate::output;

pub(crate) use choice::find;
pub(crate) use page::{page, section};

/// Runs `facts`.
///
/// # Errors
/// When something is asked for that is neither a family nor a fact, or the list cannot be written.
pub(crate) fn list(arguments: &FactsArguments) -> anyhow::Result<ExitCode> {
    let chosen = chosen(&arguments.wanted)?;
    let out = match arguments.format {
        ListFormat::Text => forms::text(&chosen),
        ListFormat::Json => forms::json_text(&chosen)?,
        ListFormat::Markdown => forms::markdown(&chosen),
    };
    output::print(&out)?;
    Ok(ExitCode::SUCCESS)
}
