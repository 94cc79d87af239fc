//! The targets: those of the engine are its tests' (`core/tests/suite/fuzzing`), the others ask what the command line and
//! the page read themselves. Each target is a program in `fuzz_targets/`. With `FUZZ_SHOWS_TEXT` set, it prints the text of
//! the inputs that it is given.

use std::sync::LazyLock;

#[path = "../../cli/src/embed/book.rs"]
mod book;
#[path = "../../cli/src/embed/book_promise.rs"]
mod book_promise;
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

use fuzzing::{CHANGE, EDITS, EVERYTHING, EXPANSION, FINDINGS, FIXES, Target};

/// The targets: those of the engine, and what the command line and the page read themselves.
const TARGETS: [Target; 10] = [
    FINDINGS,
    EVERYTHING,
    EDITS,
    FIXES,
    EXPANSION,
    CHANGE,
    Target {
        name: "book",
        broken: book_promise::broken,
        texts: |bytes| vec![book_promise::exchange(bytes)],
    },
    Target { name: "configuration", broken: read_promise::broken, texts: as_it_is },
    Target { name: "fences", broken: fences_promise::broken, texts: as_it_is },
    Target { name: "links", broken: bundle_promise::broken, texts: as_it_is },
];

fn as_it_is(bytes: &[u8]) -> Vec<String> {
    vec![String::from_utf8_lossy(bytes).into_owned()]
}

/// Whether the text of an input is to be shown instead of being checked.
static SHOWS: LazyLock<bool> = LazyLock::new(|| std::env::var_os("FUZZ_SHOWS_TEXT").is_some());

/// Gives some bytes to a target.
///
/// # Panics
/// When a promise is broken, with everything that is, or when there is no such target.
pub fn check(target: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|one| one.name == target).expect("a target");
    if *SHOWS {
        println!("{}", target.shown(bytes));
        return;
    }
    let broken = (target.broken)(bytes);
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
