//! What the commands take that compare versions.

use std::path::PathBuf;

use clap::Args;

use crate::choices::{DiffFailOn, DiffFormat};

/// Arguments of `diff`.
#[derive(Args, Debug)]
pub(crate) struct DiffArguments {
    /// The Blueprint before the change; with --history, the part of the history: REV..REV, or all up to REV
    #[arg(required_unless_present = "history")]
    pub(crate) base: Option<String>,
    /// The Blueprint after the change
    #[arg(required_unless_present = "history", conflicts_with = "history")]
    pub(crate) head: Option<String>,
    /// Write the git history of a Blueprint as one HTML file: every version with its picture and what it changed
    #[arg(long, conflicts_with_all = ["fail_on", "first"])]
    pub(crate) history: bool,
    /// Compare two files or two environments (FILE#project/environment) that are to be alike, such as staging and production: what is the same thing gets the same name first
    #[arg(long, conflicts_with_all = ["history", "first"])]
    pub(crate) twin: bool,
    /// Where to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) options: CompareOptions,
    /// The Blueprint whose history it is [default: render.yaml]
    #[arg(last = true, requires = "history")]
    pub(crate) path: Option<PathBuf>,
}

/// Arguments of `plan`.
#[derive(Args, Debug)]
pub(crate) struct PlanArguments {
    /// The Blueprint before the change
    pub(crate) base: String,
    /// The Blueprint after the change
    pub(crate) head: String,
    #[command(flatten)]
    pub(crate) options: CompareOptions,
}

/// How two versions are compared.
#[derive(Args, Debug)]
pub(crate) struct CompareOptions {
    /// Format of the changes [default: text, or html with --history]
    #[arg(long, value_enum)]
    pub(crate) format: Option<DiffFormat>,
    /// Changes that make the exit status 1, separated by commas
    #[arg(long, value_enum, value_delimiter = ',', default_value = "never")]
    pub(crate) fail_on: Vec<DiffFailOn>,
    /// Plan for the first sync: BASE describes what exists, and the sync takes it over
    #[arg(long)]
    pub(crate) first: bool,
}

/// Arguments of `bisect`.
#[derive(Args, Debug)]
pub(crate) struct BisectArguments {
    /// What must be true, such as 'internet -/> db'
    pub(crate) assertion: String,
    /// A revision in which it holds [default: the first version of the file]
    pub(crate) good: Option<String>,
    /// A revision in which it does not [default: the file as it is now, committed or not]
    pub(crate) bad: Option<String>,
    /// The Blueprint [default: render.yaml]
    #[arg(last = true)]
    pub(crate) path: Option<PathBuf>,
}
