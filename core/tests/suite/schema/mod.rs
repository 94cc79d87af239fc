//! The official schema of `render.yaml`, and mutations of Blueprints to hold against it.

pub(crate) mod mutate;
pub(crate) mod official;
