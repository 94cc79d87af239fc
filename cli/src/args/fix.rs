//! The arguments of `fix`.

use std::path::PathBuf;

use clap::Args;

use super::grouping::GroupingArguments;
use crate::choices::FixFormat;

/// Arguments of `fix`.
#[derive(Args, Debug)]
pub(crate) struct FixArguments {
    /// Files, directories to search for Blueprints, or `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// What is done with the changes
    #[command(flatten)]
    pub(crate) outcome: OutcomeArguments,
    /// How the files are read
    #[command(flatten)]
    pub(crate) grouping: GroupingArguments,
    /// Also apply fixes that change what is deployed: look at the changes first
    #[arg(long = "unsafe")]
    pub(crate) unsafe_fixes: bool,
    /// Format of what is printed
    #[arg(long, value_enum, default_value_t = FixFormat::Text, conflicts_with = "write")]
    pub(crate) format: FixFormat,
}

/// What is done with the changes.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct OutcomeArguments {
    /// Print the changes (the default without --write)
    #[arg(long, conflicts_with = "write")]
    pub(crate) diff: bool,
    /// Print the changes, and make the exit status 1 when there are some
    #[arg(long, conflicts_with = "write")]
    pub(crate) check: bool,
    /// Write the files
    #[arg(long)]
    pub(crate) write: bool,
}
