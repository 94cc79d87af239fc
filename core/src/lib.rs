//! The engine of Blueprint Lens: what a Render Blueprint (`render.yaml`) says, which private network it describes,
//! what is wrong with it, and the picture of it.
//!
//! Data flows one way: text → [`syntax`] → [`model`] → [`graph`] → ([`rules`], layout) → [`scene`].
//!
//! ```
//! use blueprint_lens_core::analysis::Analysis;
//!
//! let analysis = Analysis::new("services:\n  - type: web\n    name: api\n    runtime: node\n");
//! assert_eq!(analysis.blueprint().resources.len(), 1);
//! ```

#[macro_use]
pub mod lint;
pub mod analysis;
pub mod assist;
pub mod checklist;
pub mod conventions;
pub mod diagnostics;
pub mod diff;
pub mod directive;
mod edit;
mod emit;
#[cfg(feature = "writing")]
pub mod expand;
mod geometry;
pub mod graph;
pub mod history;
pub mod html;
pub mod layout;
pub mod markup;
pub mod mermaid;
pub mod model;
pub mod plan;
pub mod platform;
pub mod reach;
pub mod redact;
pub mod report;
pub mod repository;
pub mod rules;
pub mod scene;
pub mod schema;
mod sort;
pub mod syntax;
pub mod text;
#[cfg(feature = "writing")]
pub mod twin;
pub mod what_if;
pub mod wording;

/// Version of this project.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
