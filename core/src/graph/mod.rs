//! The network a Blueprint describes: who is where, who talks to whom, and whether that can work.

mod build;
mod copies;
mod edge;
mod exposure;
mod find;
mod ids;
mod lane_ids;
mod literals;
mod network;
mod node;
mod opener;
mod reach;
mod read_variable;
mod resolve;
mod routes;
mod type_words;
mod wire;
mod wires;
mod zone;

pub use build::{build, edge_id};
pub use edge::{Cause, CauseKind, EdgeClass, NetEdge, Source, Verdict};
pub use exposure::{Exposure, exposure_of};
pub use find::find;
pub use ids::encode_name;
pub(crate) use lane_ids::LaneIds;
pub use literals::{Host, LiteralHost, hosts_in, place_in_value};
pub use network::{EdgeRef, Network, NodeRef};
pub use node::{Common, INTERNET, NetNode, NodeKind, Placement};
pub(crate) use opener::{Opener, opener};
pub use reach::{Answer, Reach, Reason};
pub use resolve::{Resolution, Target, resolve_database, resolve_service};
pub(crate) use resolve::{Sibling, is_label_of, labelled, sibling};
pub use type_words::TypeWords;
pub use zone::{Likeness, Zone, likeness, receives, sends};
