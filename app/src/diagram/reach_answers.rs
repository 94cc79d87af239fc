//! What a reach highlight asks: every other resource, with the answer.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{NodeRef, Reach};
use blueprint_lens_core::reach::around;

use crate::state::ReachHighlight;

/// The node of a highlight and every answer that it asks for; `None` when the node is gone.
pub(super) fn answers(
    analysis: &Analysis,
    highlight: &ReachHighlight,
) -> Option<(NodeRef, Vec<(NodeRef, Reach)>)> {
    let (blueprint, network) = (analysis.blueprint(), analysis.network());
    let node = network.find(highlight.node())?;
    Some((node, around(blueprint, network, node, highlight.direction())))
}
