//! The effective Blueprint of any text that can be read.

use super::input::text;
use crate::promise::broken_by_expansion;
use blueprint_lens_core::analysis::{Analysis, Options};

/// The promises of `expand`.
pub(super) fn broken(bytes: &[u8]) -> Vec<String> {
    let analysis = Analysis::with(text(bytes), Options::default());
    broken_by_expansion("input", &analysis).into_iter().collect()
}
