//! A what-if preview: the page as it would be after a change, while the text stays as it is.

use std::sync::Arc;

use blueprint_lens_core::graph::Answer;
use blueprint_lens_core::text::TextEdit;
use blueprint_lens_core::what_if::{Effect, WhatIf, effect};
use blueprint_lens_core::wording::count::count;

use super::snapshot::Snapshot;

/// The change that is shown, and what it makes different.
pub(crate) struct WhatIfPreview {
    base: Arc<Snapshot>,
    /// The change as an order.
    pub(crate) title: String,
    /// What would make it.
    pub(crate) edits: Vec<TextEdit>,
    /// What it makes different.
    pub(crate) effect: Effect,
}

impl WhatIfPreview {
    /// The preview of an answer, and the snapshot that it shows.
    pub(super) fn new(base: Arc<Snapshot>, answer: WhatIf) -> (Self, Snapshot) {
        let WhatIf { title, edits, analysis } = answer;
        let effect = effect(&base.analysis, &analysis);
        let snapshot = Snapshot::new(analysis, base.room());
        (Self { base, title, edits, effect }, snapshot)
    }

    /// The text as it is.
    pub(super) fn base(&self) -> &Arc<Snapshot> {
        &self.base
    }

    /// What it makes different, in a sentence.
    pub(crate) fn sentence(&self) -> String {
        let Effect { reach, entry_points, introduced, solved, .. } = &self.effect;
        let turned = |wanted: Answer| reach.iter().filter(|change| change.after == wanted).count();
        let clauses = [
            (turned(Answer::Yes), "connection", "becomes possible", "become possible"),
            (turned(Answer::No), "connection", "becomes impossible", "become impossible"),
            (entry_points.len(), "entry point", "changes", "change"),
            (*solved, "problem", "is fixed", "are fixed"),
            (*introduced, "problem", "is new", "are new"),
        ];
        let clauses: Vec<String> = clauses
            .into_iter()
            .filter(|(number, ..)| *number > 0)
            .map(|(number, what, one, many)| {
                format!("{} {}", count(number, what), if number == 1 { one } else { many })
            })
            .collect();
        if !clauses.is_empty() {
            return format!("{}.", clauses.join(", "));
        }
        let same_picture = self.effect.nodes.is_empty() && self.effect.edges.is_empty();
        if same_picture {
            "Nothing that this page checks would change.".to_owned()
        } else {
            "The picture changes; who can reach whom stays the same.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;
    use blueprint_lens_core::scene::Room;
    use blueprint_lens_core::what_if::{choices, what_if};

    use super::*;

    const TEXT: &str = "services:
  - {type: web, name: api, runtime: node, envVars: [{key: A, fromService: {name: auth, type: pserv, property: hostport}}]}
  - {type: pserv, name: auth, runtime: node}
";

    /// The sentence of every preview that a node offers.
    fn sentences(node: &str) -> Vec<String> {
        let base = Arc::new(Snapshot::new(Analysis::new(TEXT), Room::default()));
        let node = base.analysis.network().find(node).unwrap();
        let choices = choices(&base.analysis, node);
        let answers = choices
            .iter()
            .filter_map(|change| what_if(&base.analysis, std::slice::from_ref(change)).ok());
        answers.map(|answer| WhatIfPreview::new(Arc::clone(&base), answer).0.sentence()).collect()
    }

    #[test]
    fn a_preview_says_what_becomes_different() {
        let sentences = sentences("pserv:auth");
        assert!(
            sentences
                .iter()
                .any(|sentence| sentence.starts_with("2 connections become impossible")),
            "{sentences:?}"
        );
    }
}
