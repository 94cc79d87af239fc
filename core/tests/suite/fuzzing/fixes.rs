//! Each fix, all safe ones together, and the effective Blueprint of a Blueprint that makes little sense.

use crate::promise::{Case, broken_promises};
use crate::random;
use blueprint_lens_core::analysis::Options;

/// The promises of `promise`.
pub(super) fn broken(bytes: &[u8]) -> Vec<String> {
    let case = Case::new("input".to_owned(), &random::text(bytes), Options::default());
    broken_promises(&case).broken
}
