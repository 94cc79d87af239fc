//! The official schema of `render.yaml`, and mutations of Blueprints to hold against it.

mod change_tests;
pub(crate) mod changes;
pub(crate) mod language;
pub(crate) mod mutate;
pub(crate) mod official;
pub(crate) mod touched;
