//! What a merge brought along.

use std::path::Path;

use super::command::git;
use super::log::Commit;
use super::versions::seen_from;
use super::{Range, said};

/// The branches that a commit merged into its first parent, in the repository around `path`, each from where it left that
/// one; none when the commit is no merge.
///
/// # Errors
/// If git cannot read the commit.
pub(crate) fn merged_branches(commit: &Commit, path: &Path) -> anyhow::Result<Vec<Range>> {
    let (folder, _) = seen_from(path);
    let parents = said(git(&folder).args(["rev-parse", &format!("{}^@", commit.id)]))?;
    let mut parents = parents.lines();
    let Some(first) = parents.next() else { return Ok(Vec::new()) };
    // A branch that never left the first parent has a history of its own, or one that a shallow clone lacks.
    let range = |branch: &str| {
        let after = said(git(&folder).args(["merge-base", first, branch])).ok()?;
        Some(Range { after: Some(after), until: branch.to_owned() })
    };
    Ok(parents.filter_map(range).collect())
}
