//! The property test of fixes and the effective Blueprint (`core/tests/suite/random_promises.rs`), with a fuzzer in place
//! of seeds: bytes decide what the Blueprint holds, in what form, and what is changed in it.
#![no_main]

#[allow(dead_code, unused_imports, reason = "the tests of curated files ask for more")]
#[path = "../../core/tests/suite/promise/mod.rs"]
mod promise;
#[allow(dead_code, unused_imports, reason = "the tests make the bytes from seeds")]
#[path = "../../core/tests/suite/random/mod.rs"]
mod random;

use blueprint_lens_core::analysis::Options;
use libfuzzer_sys::fuzz_target;
use promise::{Case, broken_promises};

fuzz_target!(|bytes: &[u8]| {
    let case = Case::new("input".to_owned(), &random::text(bytes), Options::default());
    let broken = broken_promises(&case).broken;
    assert!(broken.is_empty(), "{}\n---\n{}", case.text(), broken.join("\n"));
});
