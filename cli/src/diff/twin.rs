//! `diff --twin`: two files, or two environments of files, compared after renaming.

use anyhow::{anyhow, bail};
use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::plan::{Mode, Plan};
use blueprint_lens_core::text::Decoded;
use blueprint_lens_core::twin::{TwinSide, environment_file, environments, twins, uses_aliases};

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
    let read = |decoded: Decoded| Analysis::with(decoded, Options::default());
    let (mut first, mut second) = (read(first), read(second));
    let aliased =
        |side: &Analysis, place: Option<&str>| place.is_some_and(|place| uses_aliases(side, place));
    if aliased(&first, base_place) || aliased(&second, head_place) {
        // An environment that uses text of other places is written out, and so is what it is compared with.
        first = Analysis::new(&expand(&first));
        second = Analysis::new(&expand(&second));
    }
    let (first, second) =
        (chosen(base_file, base_place, first)?, chosen(head_file, head_place, second)?);
    let (one, other) = twins(
        &TwinSide { analysis: &first, name: base },
        &TwinSide { analysis: &second, name: head },
    );
    let twin = TwinNames { base: one.names, head: other.names };
    let compared =
        compare((base.to_owned(), one.text), (head.to_owned(), other.text), Mode::Later, config);
    // No sync turns one twin into the other.
    let plan = Plan { consequences: Vec::new(), ..compared.plan };
    Ok(Compared { twin: Some(twin), plan, ..compared })
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
fn chosen(name: &str, place: Option<&str>, whole: Analysis) -> anyhow::Result<Analysis> {
    let Some(place) = place else { return Ok(whole) };
    let known = environments(&whole);
    if known.is_empty() {
        bail!("{name} has no environments");
    }
    let cut = environment_file(&whole, place).ok_or_else(|| {
        anyhow!("{name} has no environment `{place}`; it has {}", known.join(", "))
    })?;
    Ok(Analysis::with(cut, Options::default()))
}
