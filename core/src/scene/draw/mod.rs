//! Turns placed things into shapes.

mod barrier;
mod edge;
mod entry_mark;
mod icon;
mod lane;
mod legend;
mod node;
mod overlay;
mod stroke;
mod trunk;

pub use barrier::barriers;
pub(super) use edge::{edge, edge_label, edge_name};
pub(super) use lane::{backdrop, file, group, lane};
pub(super) use legend::{entry_width, legend};
pub(super) use node::{Words, internet, node};
pub use overlay::layout_overlay;
pub(super) use stroke::number;
pub(super) use trunk::trunk;
