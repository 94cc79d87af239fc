//! Who can reach whom, why not, and what would have to change. The file contains both the intent (who is wired to whom)
//! and the topology (who can reach whom), so each is checked against the other here.

mod assertion;
mod barrier;
mod checklist;
mod close;
mod entry_points;
mod explain;
mod hops;
mod pairs;
mod query;
mod remedy;
mod resolve_name;
mod wiring;
mod zones;

pub use assertion::{Breach, breach, resolve_word};
pub use barrier::{Barrier, Blockage, Direction, around, barriers};
pub use checklist::{Check, Checklist, Outcome, checklist};
pub(crate) use close::allow_only;
pub use close::close;
pub use entry_points::{EntryPoint, entry_points, entry_points_among};
pub use explain::Explanation;
pub use hops::{Along, dependents, hops, near, wired_callers};
pub use pairs::{Ends, Pair, brief, ends, ends_from, ends_to, is_pair, named_by, pair, pairs};
pub use query::ReachQuery;
pub use remedy::Remedy;
pub use resolve_name::{UnresolvedName, resolve_name};
pub use wiring::{WiringStatus, count_statuses};
pub use zones::Zones;
