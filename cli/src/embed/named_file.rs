//! A fence that names the file which holds the Blueprint: `render-blueprint file=render.yaml`.

use std::path::Path;

use anyhow::{Context as _, ensure};
use blueprint_lens_core::text::Decoded;

use crate::input;

/// The word before the name.
const WORD: &str = "file=";

/// The name in the words behind the backticks of a fence; a name in quotes may hold blanks.
pub(super) fn name(words: &str) -> Option<&str> {
    let start = words.match_indices(WORD).find_map(|(at, _)| {
        let begins_word = words[..at].ends_with(char::is_whitespace);
        begins_word.then(|| &words[at + WORD.len()..])
    })?;
    match start.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => start.split_whitespace().next(),
    }
}

/// Reads the file of that name, as seen from `folder`. It must lie below the current folder, links followed: a text of
/// somebody else must not take files from this machine into a page.
///
/// # Errors
/// If it lies elsewhere, or cannot be read.
pub(super) fn read(folder: &Path, name: &str) -> anyhow::Result<Decoded> {
    let path = folder.join(name);
    let real = path.canonicalize().with_context(|| format!("{name} cannot be read"))?;
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let is_below = here.is_ok_and(|here| real.starts_with(here));
    ensure!(is_below, "{name} is not below the current folder");
    input::read(&real)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_file_is_named_by_a_word_of_its_own() {
        assert_eq!(name("render-blueprint file=render.yaml wide"), Some("render.yaml"));
        assert_eq!(name("render-blueprint file=\"my render.yaml\""), Some("my render.yaml"));
        assert_eq!(name("render-blueprint nofile=render.yaml"), None);
        assert_eq!(name("render-blueprint"), None);
    }
}
