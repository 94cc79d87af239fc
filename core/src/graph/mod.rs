//! The network a Blueprint describes: who stands where, who talks to whom, and whether that can work.

mod edge;
mod exposure;
mod ids;
mod network;
mod node;
mod reach;

pub use edge::{Cause, CauseKind, EdgeClass, NetEdge, Verdict};
pub use exposure::{Exposure, exposure_of};
pub use ids::encode_name;
pub use network::{EdgeRef, Network, NodeRef};
pub use node::{NetNode, NodeKind, Placement};
pub use reach::{Answer, Reach, Reason};
