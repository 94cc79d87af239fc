//! Positions in the user's text and edits of it, and how wide a text is when it is drawn. Everything else in the crate
//! speaks in byte [`Span`]s; lines, columns and UTF-16 offsets exist only at the edge, through [`LineIndex`].

mod decode;
mod edit;
mod edit_set;
mod files;
mod line_index;
mod measure;
mod metrics;
mod shorten;
mod span;
mod span_index;

pub use decode::{Decoded, decode};
pub use edit::{EditError, TextEdit, apply};
pub use edit_set::EditSet;
pub use files::{FileId, Files, SourceFile};
pub use line_index::{LineIndex, Position};
pub use measure::{Weight, is_covered, measure};
pub use shorten::{distinct_from, shorten, shorten_middle};
pub use span::Span;
pub(crate) use span_index::SpanIndex;
