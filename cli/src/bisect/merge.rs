//! A merge that broke an assertion, and the commit of the merged branch that it comes from.

use super::search::{Verdict, search};
use super::timeline::{Source, Timeline};
use crate::git::merged_branches;

/// The commit that broke the assertion in the branch that the version `at` merged, in words. `None` when it is no merge, or
/// no merged branch broke it.
///
/// # Errors
/// If git cannot read the history of the branch.
pub(super) fn broken_in_branch(
    timeline: &Timeline<'_>,
    at: usize,
) -> anyhow::Result<Option<String>> {
    let Source::Commit(commit) = &timeline.version(at).source else { return Ok(None) };
    for range in merged_branches(commit, timeline.path)? {
        let ends = (range.after.as_deref(), Some(range.until.as_str()));
        let branch = Timeline::read(timeline.assertion, ends, timeline.path, timeline.config)?;
        let broken = match search(branch.len(), |at| branch.is_broken(at)) {
            Verdict::Broken { at, mended: None, .. } => at,
            // The file is new in the branch.
            Verdict::Always if !branch.starts_before() => 0,
            _ => continue,
        };
        let deeper = broken_in_branch(&branch, broken)?;
        return Ok(Some(deeper.unwrap_or_else(|| branch.version(broken).words())));
    }
    Ok(None)
}
