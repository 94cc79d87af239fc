//! The engine of Blueprint Lens: what a Render Blueprint (`render.yaml`) says, which private network it describes,
//! what is wrong with it, and the picture of it.
//!
//! Data flows one way: text → [`syntax`] → model → graph → (rules, layout) → scene.

pub mod diagnostics;
pub mod facts;
pub mod graph;
pub mod layout;
pub mod model;
pub mod scene;
pub mod syntax;
pub mod text;
