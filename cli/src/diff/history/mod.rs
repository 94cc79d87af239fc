//! `diff --history`: the git history of a Blueprint as one HTML file, with every version's picture and what it changed.

mod page;
mod picture;
mod step;

use std::path::Path;

use anyhow::bail;
use blueprint_lens_core::redact::KnownSecrets;

use crate::config::Config;
use crate::git::{Range, file_history};
use crate::output::{self, secrets_of};

/// The report on a part of the history of the Blueprint at `path`, and the secrets of all its versions.
///
/// # Errors
/// When git cannot read it, or no commit of it has the file.
pub(super) fn report(
    range: &Range,
    path: &Path,
    config: &Config,
) -> anyhow::Result<(String, KnownSecrets)> {
    let found = file_history(range, path)?;
    let name = path.display().to_string();
    if found.versions.is_empty() && found.before.is_none() {
        bail!("{name} is in no commit up to {}", range.until);
    }
    let is_cut = found.is_cut;
    if is_cut {
        output::note(&format!("this clone is shallow, so its history of {name} is not whole"));
    }
    let steps = step::steps(found, config);
    let scenes = picture::scenes(&steps);
    let secrets = secrets_of(steps.iter().map(|step| &step.analysis));
    Ok((page::document(&name, range, is_cut, &steps, &scenes), secrets))
}
