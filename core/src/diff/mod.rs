//! The semantic changes between two Blueprints: the parts of the file, who talks to whom, who can reach whom, the
//! entry points, and the findings. Comments, order and former spellings make no difference.
//!
//! Goes in: two analyses. Comes out: a [`Difference`], in an order that the texts alone decide. How it is shown is
//! decided by whoever shows it; secrets are hidden here already.

mod difference;
mod edges;
mod entry_points;
mod environments;
mod fields;
mod findings;
mod head_marks;
mod mark;
mod masked;
mod pairing;
mod part;
mod parts;
mod reach;
mod secret;
mod union;
mod value;
mod variables;
mod wiring;

pub use difference::{
    Alarms, Crossing, CrossingKind, Difference, EdgeChange, EntryPointChange, EntryPointMove,
    FieldChange, FindingChange, IsolationChange, Part, PartChange, PartChangeKind, ReachChange,
    Shown,
};

pub use head_marks::mark_head;
pub use mark::Mark;
pub use masked::masked_lines;
pub use union::{Union, picture};

pub(crate) use fields::fields;
pub(crate) use pairing::Pairing;
pub(crate) use part::{Item, PartKind, Side, entries, group_id};
pub(crate) use parts::{differing, is_told_by_parts};
pub(crate) use secret::shown;
pub(crate) use value::{FieldValue, Fields, one_line};
pub(crate) use wiring::{moved_references, not_renamed};

use crate::analysis::Analysis;

/// What changed from `base` to `head`.
pub fn diff(base: &Analysis, head: &Analysis) -> Difference {
    let (base, head) = (Side::new(base), Side::new(head));
    let pairing = Pairing::new(&base, &head);
    let parts = parts::changes(&base, &head, &pairing);
    let (introduced, solved) = findings::changes(&base, &head, &pairing, parts.is_empty());
    let (reach, more_reach) = reach::changes(&base, &head, &pairing);
    Difference {
        parts,
        edges: edges::changes(&base, &head, &pairing),
        new_paths: reach::new_paths(&head, &pairing),
        entry_points: entry_points::changes(&base, &head, &pairing),
        isolation: environments::isolation(&base, &head, &pairing),
        crossings: environments::crossings(&base, &head, &pairing, &reach),
        reach,
        more_reach,
        introduced,
        solved,
    }
}
