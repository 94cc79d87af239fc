//! What is asked of the engine for any bytes whatever: a target each. Seeds decide the bytes in the tests
//! (`random_bytes.rs`), and a fuzzer does in `fuzz/`.

mod change;
mod edits;
mod everything;
mod expansion;
mod findings;
mod fixes;
mod input;
mod soundness;
mod well_formed;

/// What is broken for these bytes, in words; nothing when all is as it should be.
pub(crate) type Check = fn(&[u8]) -> Vec<String>;

/// The targets by name.
pub(crate) const TARGETS: [(&str, Check); 6] = [
    ("findings", findings::broken),
    ("everything", everything::broken),
    ("edits", edits::broken),
    ("fixes", fixes::broken),
    ("expansion", expansion::broken),
    ("change", change::broken),
];
