//! A change that is tried out: shown as if it were made, while the text stays as it is.

use std::sync::Arc;

use blueprint_lens_core::graph::Answer;
use blueprint_lens_core::text::TextEdit;
use blueprint_lens_core::what_if::{Effect, WhatIf, effect};

use super::{Picture, Snapshot, Target};
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
    pub(crate) effect: Effect,
}

impl Trial {
    pub(super) fn new(base: Arc<Snapshot>, answer: WhatIf) -> (Self, Snapshot) {
        let WhatIf { title, edits, analysis } = answer;
        let effect = effect(&base.analysis, &analysis);
        (Self { base, title, edits, effect }, Snapshot::new(analysis))
    }

    /// What it makes different, in a sentence.
    pub(crate) fn sentence(&self) -> String {
        let Effect { reach, entry_points, introduced, solved, .. } = &self.effect;
        let turned = |wanted: Answer| reach.iter().filter(|change| change.after == wanted).count();
        let parts = [
            (turned(Answer::Yes), "connection", "becomes possible", "become possible"),
            (turned(Answer::No), "connection", "becomes impossible", "become impossible"),
            (entry_points.len(), "entry point", "changes", "change"),
            (*solved, "problem", "is fixed", "are fixed"),
            (*introduced, "problem", "is new", "are new"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, what, one, many)| {
                format!("{} {}", plural(count, what), if count == 1 { one } else { many })
            })
            .collect();
        if parts.is_empty() {
            let same_picture = self.effect.nodes.is_empty() && self.effect.edges.is_empty();
            if same_picture {
                "Nothing that this page checks would change.".to_owned()
            } else {
                "The picture changes; who can reach whom stays the same.".to_owned()
            }
        } else {
            format!("{}.", parts.join(", "))
        }
    }

    /// The items of the picture that are different.
    pub(crate) fn changed(&self, picture: &Picture) -> Vec<Target> {
        let mut changed: Vec<Target> =
            self.effect.nodes.iter().cloned().map(Target::Node).collect();
        for pair in &self.effect.reach {
            changed.extend([&pair.from, &pair.to].map(|id| Target::Node(id.clone())));
        }
        let edges = picture.snapshot.analysis.scene().edges.iter();
        for edge in edges.filter(|edge| self.effect.edges.contains(&edge.id)) {
            changed.push(Target::Edge(edge.id.clone()));
            changed.extend([&edge.from, &edge.to].map(|id| Target::Node(id.clone())));
        }
        changed.iter().map(|target| picture.drawn(target)).collect()
    }
}
