//! Positions in the user's text and edits of it. Everything else in the crate speaks in byte [`Span`]s;
//! lines, columns and UTF-16 offsets exist only at the edge, through [`LineIndex`].

mod decode;
mod edit;
mod line_index;
mod span;

pub use decode::{Decoded, decode};
pub use edit::{EditError, TextEdit, apply};
pub use line_index::{LineIndex, Position};
pub use span::Span;
