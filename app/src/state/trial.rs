//! A change that is tried out: shown as if it were made, while the text stays as it is.

use std::sync::Arc;

use blueprint_lens_core::diff::Difference;
use blueprint_lens_core::graph::Answer;
use blueprint_lens_core::text::TextEdit;
use blueprint_lens_core::what_if::WhatIf;

use super::{Snapshot, Target};
use crate::problems::plural;

/// What is tried out, and what it makes different.
pub(crate) struct Trial {
    /// The text as it is.
    pub(super) base: Arc<Snapshot>,
    /// The change as an order.
    pub(crate) title: String,
    /// What would make it.
    pub(crate) edits: Vec<TextEdit>,
    /// What it makes different.
    pub(crate) difference: Difference,
}

impl Trial {
    pub(super) fn new(base: Arc<Snapshot>, answer: WhatIf) -> (Self, Snapshot) {
        let WhatIf { title, edits, analysis, difference } = answer;
        (Self { base, title, edits, difference }, Snapshot::new(analysis))
    }

    /// What it makes different, in a sentence.
    pub(crate) fn sentence(&self) -> String {
        let Difference { reach, doors, introduced, solved, .. } = &self.difference;
        let turned = |wanted: Answer| reach.iter().filter(|change| change.after == wanted).count();
        let parts = [
            (turned(Answer::Yes), "connection", "becomes possible", "become possible"),
            (turned(Answer::No), "connection", "becomes impossible", "become impossible"),
            (doors.len(), "door", "changes", "change"),
            (solved.len(), "problem", "is solved", "are solved"),
            (introduced.len(), "problem", "is new", "are new"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, what, one, many)| {
                format!("{} {}", plural(count, what), if count == 1 { one } else { many })
            })
            .collect();
        if parts.is_empty() {
            "Nothing that this page looks at would be different.".to_owned()
        } else {
            format!("{}.", parts.join(", "))
        }
    }

    /// The items of the picture that are different.
    pub(crate) fn changed(&self, shown: &Snapshot) -> Vec<Target> {
        let network = shown.analysis.network();
        let mut changed: Vec<Target> =
            self.difference.parts.iter().map(|part| Target::Node(part.part.id.clone())).collect();
        for change in &self.difference.reach {
            changed.extend([&change.from, &change.to].map(|id| Target::Node(id.clone())));
        }
        let ends = self.difference.edges.iter().map(|change| (&change.from, &change.to));
        for (from, to) in ends {
            let (Some(from), Some(to)) = (network.find(from), network.find(to)) else { continue };
            let between = network.outgoing(from).filter(|(_, other)| *other == to);
            changed.extend(between.map(|(edge, _)| Target::Edge(network.edge(edge).id.clone())));
            changed.extend([from, to].map(|node| Target::Node(network.node(node).id.clone())));
        }
        changed.retain(|target| match target {
            Target::Node(id) => network.find(id).is_some(),
            Target::Edge(_) => true,
        });
        changed
    }
}
