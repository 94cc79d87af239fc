//! What is too large to be drawn.

use crate::graph::{EdgeClass, Network};
use crate::wording::count::{count, count_of};

/// A picture of more boxes, or of more connections, is not worth the seconds and the hundreds of megabytes that it takes.
const MOST_BOXES: usize = 15_000;
const MOST_CONNECTIONS: usize = 20_000;

/// Says both.
pub const MOST_DRAWN: &str = "15,000 boxes and 20,000 connections";

/// Why the network is not drawn, as a sentence without its full stop, if it is too large for a picture. Whoever draws
/// networks of any size asks first.
pub fn too_large(network: &Network) -> Option<String> {
    let sentence = |many: String, most: usize| {
        format!("{many} are too many to draw: a picture has at most {most}")
    };
    let boxes = network.nodes().count();
    if boxes > MOST_BOXES {
        return Some(sentence(count_of(boxes, "box", "boxes"), MOST_BOXES));
    }
    let connections = network.edges().filter(|(.., edge)| edge.class != EdgeClass::Ingress).count();
    (connections > MOST_CONNECTIONS)
        .then(|| sentence(count(connections, "connection"), MOST_CONNECTIONS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_are_those_that_are_said() {
        let [boxes, connections] = [MOST_BOXES, MOST_CONNECTIONS]
            .map(|most| format!("{},{:03}", most / 1_000, most % 1_000));
        assert_eq!(MOST_DRAWN, format!("{boxes} boxes and {connections} connections"));
    }
}
