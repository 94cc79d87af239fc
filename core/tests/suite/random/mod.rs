//! Random Blueprints from the tables of the language, changed in a few places, in many ways of writing.

mod choices;
mod declare;
mod mutate;
mod tree;

pub(crate) use choices::{Choices, seeded};

/// The text of a Blueprint that these bytes decide. The first ones decide how much of it is changed.
pub(crate) fn text(bytes: &[u8]) -> String {
    let mut choices = Choices::new(bytes);
    let changes = [0, 1, 1, 2, 3][choices.below(5)];
    let mut root = declare::blueprint(&mut choices);
    for _ in 0..changes {
        mutate::mutate(&mut root, &mut choices);
    }
    tree::write(&root, &mut choices)
}
