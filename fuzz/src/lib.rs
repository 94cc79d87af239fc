//! The targets: those of the engine are its tests' (`core/tests/suite/fuzzing`), the others ask what the command line and
//! the page read themselves. Each target is a program in `fuzz_targets/`.

#[path = "../../app/src/engine/bundle.rs"]
mod bundle;
#[path = "../../app/src/engine/bundle_promise.rs"]
mod bundle_promise;
#[path = "../../cli/src/embed/fences.rs"]
mod fences;
#[path = "../../cli/src/embed/fences_promise.rs"]
mod fences_promise;
#[path = "../../core/tests/suite/fuzzing/mod.rs"]
mod fuzzing;
mod output;
#[allow(dead_code, unused_imports, reason = "the tests of curated files ask for more")]
#[path = "../../core/tests/suite/promise/mod.rs"]
mod promise;
#[allow(dead_code, unused_imports, reason = "the tests make the bytes from seeds")]
#[path = "../../core/tests/suite/random/mod.rs"]
mod random;
#[path = "../../cli/src/config/read.rs"]
mod read;
#[path = "../../cli/src/config/read_promise.rs"]
mod read_promise;

use fuzzing::TARGETS;

/// Gives some bytes to a target.
///
/// # Panics
/// When a promise is broken, with everything that is, or when there is no such target.
pub fn check(target: &str, bytes: &[u8]) {
    let broken = match target {
        "configuration" => read_promise::broken(bytes),
        "fences" => fences_promise::broken(bytes),
        "links" => bundle_promise::broken(bytes),
        _ => TARGETS.iter().find(|(name, _)| *name == target).expect("a target").1(bytes),
    };
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
