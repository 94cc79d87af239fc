//! What is too large to be drawn.

use crate::graph::Network;
use crate::wording::count::{count, count_of};

/// A picture of more boxes, or of more connections, is not worth the seconds and the hundreds of megabytes that it takes.
const MOST: usize = 20_000;

/// Why the network is not drawn, as a sentence without its full stop, if it is too large for a picture. Whoever draws
/// networks of any size asks first.
pub fn too_large(network: &Network) -> Option<String> {
    let sentence =
        |many: String| format!("{many} are too many to draw: a picture has at most {MOST}");
    let (boxes, connections) = (network.nodes().count(), network.edges().count());
    if boxes > MOST {
        return Some(sentence(count_of(boxes, "box", "boxes")));
    }
    (connections > MOST).then(|| sentence(count(connections, "connection")))
}
