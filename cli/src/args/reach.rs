//! What `reach` takes.

use std::path::PathBuf;

use clap::Args;

use crate::choices::{Only, ReachFormat};
use crate::reach::Question;

/// Arguments of `reach`.
#[derive(Args, Debug)]
pub(crate) struct ReachArguments {
    /// The Blueprint, or `-` for standard input; of a directory, all Blueprints in it as one workspace
    pub(crate) path: PathBuf,
    /// Another Blueprint of the same workspace, or a directory of some
    #[arg(long, value_name = "PATH")]
    pub(crate) with: Vec<PathBuf>,
    /// The caller: an id, or a name if it is unambiguous; without a callee, whom it can reach and who can reach it
    #[arg(value_name = "FROM", conflicts_with_all = ["from", "to"])]
    resource: Option<String>,
    /// The callee
    #[arg(value_name = "TO")]
    callee: Option<String>,
    /// Only what this resource calls
    #[arg(long, value_name = "NAME")]
    from: Option<String>,
    /// Only what calls this resource
    #[arg(long, value_name = "NAME")]
    to: Option<String>,
    /// Only pairs that cannot, pairs that are wired, or what the internet can reach
    #[arg(long, value_enum)]
    only: Option<Only>,
    /// Every pair with its reasons instead of a matrix
    #[arg(long)]
    pub(crate) details: bool,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = ReachFormat::Table)]
    pub(crate) format: ReachFormat,
}

impl ReachArguments {
    /// What is asked.
    pub(crate) fn question(&self) -> Question<'_> {
        let (resource, callee) = (self.resource.as_deref(), self.callee.as_deref());
        let about = resource.filter(|_| callee.is_none());
        let from = self.from.as_deref().or(resource.filter(|_| callee.is_some()));
        Question { about, from, to: self.to.as_deref().or(callee), only: self.only }
    }
}
