//! Files that have another path in another revision.

use std::path::Path;

use super::{git, said};

/// Which way to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// What a file of the newer version was called in the older one.
    Back,
    /// What a file of the older version is called in the newer one.
    Forth,
}

/// The path that a file has on the other side of a change, from the root of the repository, when git takes it for moved.
/// `path` is relative to `folder`, and `newer` is the work tree without a revision.
///
/// # Errors
/// If git cannot compare the two.
pub(crate) fn moved(
    folder: &Path,
    (older, newer): (&str, Option<&str>),
    path: &str,
    direction: Direction,
) -> anyhow::Result<Option<String>> {
    let prefix = said(git(folder).args(["rev-parse", "--show-prefix"]))?;
    let wanted = format!("{prefix}{}", path.trim_start_matches("./"));
    let mut command = git(folder);
    command.args(["diff", "--name-status", "-z", "--find-renames", "--diff-filter=R"]);
    command.args(["--no-ext-diff", "--end-of-options", older]).args(newer);
    let rows = said(&command)?;
    let mut fields = rows.split('\0');
    while let (Some(_), Some(before), Some(after)) = (fields.next(), fields.next(), fields.next()) {
        let (here, there) = match direction {
            Direction::Back => (after, before),
            Direction::Forth => (before, after),
        };
        if here == wanted {
            return Ok(Some(there.to_owned()));
        }
    }
    Ok(None)
}
