//! What a change of the network does to connections and to pairs, as rows below what causes it.

use std::collections::BTreeSet;

use blueprint_lens_core::diff::{Crossing, CrossingKind, Difference, EdgeChange, ReachChange};
use blueprint_lens_core::graph::{Answer, Verdict};
use blueprint_lens_core::wording::count::count_of;

use super::change::{Change, ours};
use super::{connections, environments};

/// Effects, each kind in the order of the difference.
pub(super) struct Effects<'a> {
    /// Connections that are wired, unwired, or have another verdict.
    pub(super) edges: Vec<&'a EdgeChange>,
    /// Pairs that can or can no longer reach each other.
    pub(super) reach: Vec<&'a ReachChange>,
    /// Whether there are more pairs than are listed.
    pub(super) has_more: bool,
    /// New connections between environments.
    pub(super) crossings: Vec<&'a Crossing>,
}

impl<'a> Effects<'a> {
    /// All of a difference.
    pub(super) fn of(difference: &'a Difference) -> Self {
        Self {
            edges: difference.edges.iter().collect(),
            reach: difference.reach.iter().collect(),
            has_more: difference.more_reach > 0,
            crossings: difference.crossings.iter().collect(),
        }
    }

    /// Takes out what comes of one cause: connections on both sides and pairs by the ids of their ends, and connections
    /// between environments by the names of those.
    pub(super) fn taken(
        &mut self,
        is_of_pair: impl Fn(&str, &str) -> bool,
        is_of_crossing: impl Fn(&str, &str) -> bool,
    ) -> Self {
        let edges = self.edges.extract_if(.., |edge| {
            edge.before.is_some() && edge.after.is_some() && is_of_pair(&edge.from, &edge.to)
        });
        let reach = self.reach.extract_if(.., |pair| is_of_pair(&pair.from, &pair.to));
        let crossings = self.crossings.extract_if(.., |crossing| {
            is_of_crossing(&crossing.from_environment, &crossing.to_environment)
        });
        Self {
            edges: edges.collect(),
            reach: reach.collect(),
            has_more: self.has_more,
            crossings: crossings.collect(),
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.edges.is_empty() && self.reach.is_empty() && self.crossings.is_empty()
    }

    /// Their cause with them folded under it, counted in its sentence. A wired connection that is blocked now needs a look.
    pub(super) fn under(&self, mut cause: Change) -> Change {
        let blocked = self.edges.iter().filter(|edge| edge.after == Some(Verdict::Blocked)).count();
        let lost = self.reach.iter().filter(|pair| pair.after == Answer::No).count();
        let gained = self.reach.iter().filter(|pair| pair.after == Answer::Yes).count();
        let counts = [
            (blocked, "connection blocked", "connections blocked"),
            (lost, "pair can no longer reach each other", "pairs can no longer reach each other"),
            (gained, "pair can reach each other now", "pairs can reach each other now"),
        ];
        let some = counts.into_iter().filter(|(number, ..)| *number > 0);
        let words: Vec<String> =
            some.map(|(number, one, several)| count_of(number, one, several)).collect();
        if !words.is_empty() {
            let least = if self.has_more && !self.reach.is_empty() { "at least " } else { "" };
            cause.sentence.push(ours(&format!(": {least}{}", words.join(", "))));
        }
        cause.details = self
            .rows()
            .map(|row| {
                let mut line = vec![ours(&format!("{}: ", row.what))];
                line.extend(row.sentence);
                line
            })
            .collect();
        cause.is_folded = !cause.details.is_empty();
        if blocked > 0 {
            cause.mark = '!';
        }
        cause
    }

    /// Each as a change of its own; a pair that a connection between environments names is not said twice.
    fn rows(&self) -> impl Iterator<Item = Change> {
        let named: BTreeSet<(&str, &str)> = self
            .crossings
            .iter()
            .filter_map(|crossing| match &crossing.kind {
                CrossingKind::Wired { from, to } | CrossingKind::Reachable { from, to } => {
                    Some((from.as_str(), to.as_str()))
                }
                CrossingKind::Open => None,
            })
            .collect();
        let is_named =
            move |pair: &&&ReachChange| named.contains(&(pair.from.as_str(), pair.to.as_str()));
        let edges = self.edges.iter().map(|edge| connections::edge(edge));
        let crossings = self.crossings.iter().map(|crossing| environments::crossing(crossing));
        let reach = self.reach.iter().filter(move |pair| !is_named(pair));
        edges.chain(crossings).chain(reach.map(|pair| connections::reach(pair)))
    }
}
