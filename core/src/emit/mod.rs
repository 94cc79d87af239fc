//! YAML that the product writes: the effective Blueprint, and blocks that fixes add to somebody's text.
//!
//! `serde_yaml` decides how values are written, so that what we write can be read; then the text is laid out anew.
//! `serde_yaml` has no options for that, and three things would look foreign in a Blueprint:
//!
//! - it puts the dashes of a list below their key (`services:`, then `- type: web` at the same column), where Render's
//!   documentation indents them by two;
//! - it quotes with `'`, and only what YAML 1.2 reads as something else. Render's reader takes words of YAML 1.1 such as
//!   `off` for booleans, so those get quotes, and all quotes are `"`;
//! - it starts every line at column 0. A block that goes into a text starts at the column of its neighbours and takes
//!   the line breaks of the file.
//!
//! What is written here gives no finding. Nothing else in the crate writes YAML, and nothing here reads it. Without the
//! feature `writing`, for readers who are offered no changes, generated blocks are empty.

mod block;
#[cfg(feature = "writing")]
mod document;
mod flow;
mod plain;

pub(crate) use block::entry;
#[cfg(feature = "writing")]
pub(crate) use document::{Yaml, document};
pub(crate) use flow::flow_entry;
pub(crate) use plain::reads_differently;
