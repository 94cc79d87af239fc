//! What the commands take that compare versions.

use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use clap::Args;

use crate::choices::{DiffFailOn, DiffFormat};
use crate::git::DEFAULT_PATH;

/// Arguments of `diff`.
#[derive(Args, Debug)]
pub(crate) struct DiffArguments {
    /// The Blueprint before the change; with --history, the part of the history: REV..REV, or all up to REV
    #[arg(required_unless_present_any = ["history", "behind"])]
    pub(crate) base: Option<String>,
    /// The Blueprint after the change
    #[arg(required_unless_present_any = ["history", "behind"], conflicts_with = "history")]
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
    /// With --history, the Blueprint whose history it is [default: render.yaml]; else BASE and HEAD, for names that begin with a dash
    #[arg(last = true, value_name = "PATH", num_args = 1..=2)]
    pub(crate) behind: Vec<String>,
}

impl DiffArguments {
    /// BASE and HEAD, each of which may stand behind `--`.
    ///
    /// # Errors
    /// If there are not two.
    pub(crate) fn sides(&self) -> anyhow::Result<[&str; 2]> {
        let sides = self.base.iter().chain(&self.head).chain(&self.behind);
        let sides: Vec<&str> = sides.map(String::as_str).collect();
        <[&str; 2]>::try_from(sides)
            .map_err(|sides| anyhow!("diff compares two versions, and {} are named", sides.len()))
    }

    /// The Blueprint whose history it is.
    ///
    /// # Errors
    /// If several are named.
    pub(crate) fn path(&self) -> anyhow::Result<&Path> {
        match self.behind.as_slice() {
            [] => Ok(Path::new(DEFAULT_PATH)),
            [path] => Ok(Path::new(path)),
            [_, ..] => bail!("a history is that of one Blueprint"),
        }
    }
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
