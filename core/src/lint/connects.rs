//! What the private network carries, for fixes that write or move a private connection: none of them may end in one that
//! cannot work.

use std::collections::BTreeSet;

use super::context::Context;
use crate::graph::{Answer, EdgeClass, Reach, Reason};
use crate::model::{Resource, ResourceId};

impl Context<'_> {
    /// Whether a private connection between the two may work: nothing in the file speaks against it.
    pub(crate) fn connects(&self, from: &Resource, to: &Resource) -> bool {
        let (Some(from), Some(to)) = (self.node(from.id), self.node(to.id)) else { return false };
        let (from, to) = (self.network.node(from), self.network.node(to));
        Reach::private(self.blueprint, from, to).answer != Answer::No
    }

    /// The resources with a private connection within one region to another one that is not among `moved`: they lose it
    /// when they go to another region. Takes n log n for n edges.
    pub(crate) fn held_in_place(&self, moved: &BTreeSet<ResourceId>) -> BTreeSet<ResourceId> {
        let private = self.network.edges().filter(|(.., edge)| {
            edge.class == EdgeClass::Private && !edge.reasons.contains(&Reason::DifferentRegion)
        });
        let mut out = BTreeSet::new();
        for (_, from, to, _) in private {
            let ends = [from, to].map(|node| self.network.node(node).resource);
            if let [Some(from), Some(to)] = ends
                && !(moved.contains(&from) && moved.contains(&to))
            {
                out.extend([from, to]);
            }
        }
        out
    }
}
