//! A fence that names the file which holds the Blueprint: `render-blueprint file=render.yaml`.

use std::path::Path;

use anyhow::{Context as _, bail};
use blueprint_lens_core::text::Decoded;

use crate::input;
use crate::links::{Astray, resolved, resolved_below};

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
/// somebody else must not take files from this machine into a page, nor learn which there are.
///
/// # Errors
/// If it lies elsewhere, or cannot be read.
pub(super) fn read(folder: &Path, name: &str) -> anyhow::Result<Decoded> {
    let cannot = || format!("{name} cannot be read");
    let here = resolved(Path::new(".")).with_context(cannot)?;
    let path = resolved(folder).with_context(cannot)?.join(name);
    match resolved_below(&path, &[here]) {
        Ok(path) => input::read(&path),
        Err(Astray::Elsewhere) => bail!("{name} is not below the current folder"),
        Err(Astray::Unreadable(error)) => Err(error).with_context(cannot),
    }
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
