//! `diff --twin`: two files, or two environments of files, compared after renaming.

use anyhow::{anyhow, bail};
use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::text::Decoded;
use blueprint_lens_core::twin::{TwinSide, environment_file, environments, twins};

use super::compared::{Compared, compare};
use super::side;
use super::twin_names::TwinNames;
use crate::config::Config;

/// Compares two sides after giving the same things the same names.
///
/// # Errors
/// If one of them cannot be read, or has no such environment.
pub(super) fn compare_twins(base: &str, head: &str, config: &Config) -> anyhow::Result<Compared> {
    let ((base_file, base_place), (head_file, head_place)) = (split(base), split(head));
    let (first, second) = side::read_both(base_file, head_file)?;
    let first = Analysis::with(chosen(base_file, base_place, first)?, Options::default());
    let second = Analysis::with(chosen(head_file, head_place, second)?, Options::default());
    let (one, other) = twins(
        &TwinSide { analysis: &first, name: base },
        &TwinSide { analysis: &second, name: head },
    );
    let twin = TwinNames { base: one.names, head: other.names };
    let compared = compare((base.to_owned(), one.text), (head.to_owned(), other.text), config);
    Ok(Compared { twin: Some(twin), ..compared })
}

/// The file and the environment that `FILE#project/environment` means; a file of that whole name is a file.
fn split(argument: &str) -> (&str, Option<&str>) {
    match argument.split_once('#') {
        Some((file, place)) if !std::path::Path::new(argument).exists() => (file, Some(place)),
        _ => (argument, None),
    }
}

/// The whole file, or the environment of it that was asked for.
///
/// # Errors
/// If it has no such environment.
fn chosen(name: &str, place: Option<&str>, decoded: Decoded) -> anyhow::Result<Decoded> {
    let Some(place) = place else { return Ok(decoded) };
    let analysis = Analysis::with(decoded, Options::default());
    let known = environments(&analysis);
    if known.is_empty() {
        bail!("{name} has no environments");
    }
    environment_file(&analysis, place)
        .ok_or_else(|| anyhow!("{name} has no environment `{place}`; it has {}", known.join(", ")))
}
