//! One-file reports: pictures, lists, tables and text in an HTML document that needs no network and no scripts. The
//! small script only lights up paths.

mod blueprint;
mod lines;
mod matrix;
mod picture;
mod report;
mod shorten;

pub(crate) use blueprint::blueprint;
#[cfg(not(target_family = "wasm"))]
pub(crate) use blueprint::lead;
pub(crate) use lines::{changed, whole};
pub(crate) use matrix::table;
pub(crate) use picture::{ROOM, ends, figure, marks, named};
pub(crate) use report::{Report, ReportSection};
pub(crate) use shorten::{LONGEST, shortest_needed};
