//! Which files are read together.

use clap::Args;

use crate::workspace::Grouping;

/// Which files are read as one workspace.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct GroupingArguments {
    /// Read all files as one workspace [default: those of one git work tree, and those that the settings list]
    #[arg(long, conflicts_with = "separate")]
    together: bool,
    /// Read every file by itself
    #[arg(long)]
    separate: bool,
    /// Read every other Blueprint of the git work tree along, and look at PATHS alone: for hooks, which name only what changed
    #[arg(long, conflicts_with = "separate")]
    pub(crate) whole_tree: bool,
}

impl GroupingArguments {
    /// What was decided.
    pub(crate) fn grouping(self) -> Grouping {
        match (self.together, self.separate) {
            (true, _) => Grouping::Together,
            (_, true) => Grouping::Separate,
            _ => Grouping::ByTree,
        }
    }
}
