//! Inputs to start from: bytes that decide whole Blueprints, so that no time goes into finding out how to write one.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use crate::Result;
use crate::repository::make_folder;

/// How many there are.
const COUNT: usize = 200;
/// How many bytes the longest has.
const LONGEST: usize = 256;

/// Writes them below `folder`, the same ones every time; returns where.
pub(super) fn folder(folder: &Path) -> Result<PathBuf> {
    let seeds = folder.join("seeds");
    make_folder(&seeds)?;
    for number in 0..COUNT {
        let file = seeds.join(number.to_string());
        std::fs::write(&file, seed(number))
            .map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
    }
    Ok(seeds)
}

/// Bytes that look random, all lengths among them.
fn seed(number: usize) -> Vec<u8> {
    let byte = |at: usize| {
        let mut hasher = DefaultHasher::new();
        (number, at).hash(&mut hasher);
        hasher.finish() as u8
    };
    (0..=number * LONGEST / COUNT).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_are_the_same_every_time_and_begin_in_every_way() {
        let first: std::collections::BTreeSet<u8> =
            (0..COUNT).map(|number| seed(number)[0] % 16).collect();
        assert_eq!(first.len(), 16);
        assert_eq!(seed(7), seed(7));
        assert_eq!(seed(COUNT - 1).len(), LONGEST - 1);
    }
}
