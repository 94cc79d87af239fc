//! What is asked of the engine for any bytes whatever: a target each. Seeds decide the bytes in the tests
//! (`random_bytes.rs`), and a fuzzer does in `fuzz/`.

mod change;
mod edits;
mod everything;
mod expansion;
mod findings;
mod fixes;
mod input;
pub(crate) mod soundness;
mod target;
pub(crate) mod well_formed;

pub(crate) use target::Target;

pub(crate) const FINDINGS: Target = of_one_text("findings", findings::broken);
pub(crate) const EVERYTHING: Target = of_one_text("everything", everything::broken);
pub(crate) const EXPANSION: Target = of_one_text("expansion", expansion::broken);
pub(crate) const EDITS: Target =
    Target { name: "edits", broken: edits::broken, texts: edits::texts };
pub(crate) const FIXES: Target = Target {
    name: "fixes",
    broken: fixes::broken,
    texts: |bytes| vec![crate::random::text(bytes)],
};
pub(crate) const CHANGE: Target = Target {
    name: "change",
    broken: change::broken,
    texts: |bytes| input::versions(bytes).map(|version| version.text).into(),
};

const fn of_one_text(name: &'static str, broken: fn(&[u8]) -> Vec<String>) -> Target {
    Target { name, broken, texts: |bytes| vec![input::text(bytes).text] }
}
