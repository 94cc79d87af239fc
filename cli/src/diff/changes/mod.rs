//! The difference in words: sections of changes, made of our words and the Blueprint's. How the two are set apart is
//! decided by the form of the report.

mod causes;
mod change;
mod connections;
mod effects;
mod entry_points;
mod environments;
mod findings;
mod plan;
mod resources;
mod sections;

pub(super) use change::Change;
pub(super) use change::Piece;
pub(crate) use change::{message, plain};
pub(super) use entry_points::entry_point_move;
pub(super) use sections::{Section, plan_sections, sections};
