//! How much of a file is read.

/// Deepest nesting that is kept. Real Blueprints need eight levels.
pub(super) const MAX_DEPTH: usize = 128;

/// Most nodes of a file, with those that aliases and merge keys add. Real Blueprints have up to some thousands, and 10,000
/// services some 300,000; these are read and checked within two seconds and 512 MB.
pub(super) const MAX_NODES: usize = 400_000;

/// Says [`MAX_NODES`].
pub(super) const TOO_MANY: &str =
    "a file of more than 400,000 values is no Blueprint, so nothing of it is read";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_is_the_one_that_is_said() {
        let said = format!(" {},{:03} values ", MAX_NODES / 1_000, MAX_NODES % 1_000);
        assert!(TOO_MANY.contains(&said), "{said}");
    }
}
