//! Random Blueprints from the tables of the language, changed in a few places, in many ways of writing.

mod choices;
mod declare;
mod mutate;
mod numbers;
pub(crate) mod parts;
mod tree;

pub(crate) use choices::Choices;
pub(crate) use mutate::{known_names, mutate};
pub(crate) use numbers::{Random, seeded};
pub(crate) use tree::{Tree, write};

/// The seeds `FIRST..LAST` of a wide run, which `BLUEPRINT_LENS_SEEDS` names; without it there are none, and that is said.
#[expect(clippy::print_stderr, reason = "somebody asks for the seeds")]
pub(crate) fn asked_for() -> std::ops::Range<u64> {
    let Some(range) = std::env::var_os("BLUEPRINT_LENS_SEEDS") else {
        eprintln!("skipped: BLUEPRINT_LENS_SEEDS names no seeds");
        return 0..0;
    };
    let ends = range.to_str().and_then(|range| range.split_once(".."));
    let ends = ends.and_then(|(first, last)| Some(first.parse().ok()?..last.parse().ok()?));
    ends.expect("BLUEPRINT_LENS_SEEDS is FIRST..LAST")
}

/// The text of a Blueprint that these bytes decide. The first ones decide how much of it is changed.
pub(crate) fn text(bytes: &[u8]) -> String {
    let mut choices = Choices::new(bytes);
    let changes = [0, 1, 1, 2, 3][choices.below(5)];
    let mut root = declare::blueprint(&mut choices);
    for _ in 0..changes {
        mutate(&mut root, &mut choices);
    }
    write(&root, &mut choices)
}
