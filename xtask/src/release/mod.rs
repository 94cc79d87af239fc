//! `cargo xtask release VERSION`: the version everywhere, the changelog's heading, the date of the facts, the commit and
//! the tag. The tag is on a commit of its own, which also carries the packed engine of the Action; `main` does not.

mod date;
mod files;
mod git;

use std::path::Path;

use crate::repository::Repository;
use crate::{Result, docs, package, say, setup};

/// Makes a release. `facts` is the day on which the facts were last compared with Render's documentation; today unless it
/// is given.
pub(crate) fn release(repository: &Repository, version: &str, facts: Option<&str>) -> Result<()> {
    let root = repository.path("");
    let today = date::today();
    let release = Release { version, today: &today, facts: facts.unwrap_or(&today) };
    release.prepare(&root)?;
    docs::docs(repository)?;
    git::commit(&root, &format!("Version {version}"))?;
    setup::packaging(repository)?;
    package::npm(repository)?;
    release.tag(&root)?;
    say::note(&format!("look at it, then: git push origin HEAD v{version}"));
    Ok(())
}

/// What a release is called, and when it is.
struct Release<'a> {
    version: &'a str,
    today: &'a str,
    facts: &'a str,
}

impl Release<'_> {
    /// Writes version and dates into the files. Refuses a work tree with changes, and a version that is none or is taken.
    fn prepare(&self, root: &Path) -> Result<()> {
        let Self { version, today, facts } = *self;
        let numbers: Vec<&str> = version.split('.').collect();
        if numbers.len() != 3 || numbers.iter().any(|number| number.parse::<u32>().is_err()) {
            return Err(format!("`{version}` is no version; write it like 1.2.3"));
        }
        if !date::is_date(facts) {
            return Err(format!("`{facts}` is no day; write it like 2026-01-31"));
        }
        if !git::is_clean(root)? {
            return Err("the work tree has changes; commit or stash them first".to_owned());
        }
        if git::has_tag(root, &format!("v{version}"))? {
            return Err(format!("there is a tag v{version} already"));
        }
        files::write(root, version, today, facts)
    }

    /// Puts the packed engine and the tag on a commit of their own.
    fn tag(&self, root: &Path) -> Result<()> {
        let tag = format!("v{}", self.version);
        let branch = git::branch(root)?;
        git::run(root, &["checkout", "--quiet", "--detach"])?;
        let tagged = git::run(root, &["add", "--force", "action/dist"])
            .and_then(|()| git::commit(root, &format!("The engine of the Action, {tag}")))
            .and_then(|()| git::run(root, &["tag", "--annotate", &tag, "--message", &tag]));
        // The way back drops the engine from the folder, as it is not part of the branch.
        git::run(root, &["checkout", "--quiet", &branch])?;
        tagged
    }
}

#[cfg(test)]
mod tests;
