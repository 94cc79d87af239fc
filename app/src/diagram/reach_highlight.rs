//! The reach of one node on the picture: what lights up, and what is said about the rest.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, Reach};
use blueprint_lens_core::reach::{self, Direction};
use blueprint_lens_core::{scene, wording};
use leptos::prelude::*;

use super::reach_answers::answers;
use crate::state::{AppState, Items, Picture, ReachHighlight, Target};

/// The items that light up: the node, what it reaches or what reaches it, and the edges that are wired so.
pub(super) fn lit_by(picture: &Picture, highlight: &ReachHighlight) -> Vec<Target> {
    let analysis = &picture.snapshot.analysis;
    let Some((node, answers)) = answers(analysis, highlight) else { return Vec::new() };
    let network = analysis.network();
    let mut lit = vec![Target::Node(highlight.node().to_owned())];
    for (other, _) in answers.iter().filter(|(_, reach)| reach.answer == Answer::Yes) {
        lit.push(Target::Node(network.node(*other).id.clone()));
        let (from, to) = match highlight.direction() {
            Direction::From => (node, *other),
            Direction::To => (*other, node),
        };
        let edges = network.outgoing(from).filter(|(_, end)| *end == to);
        lit.extend(edges.map(|(edge, _)| Target::Edge(network.edge(edge).id.clone())));
    }
    lit.iter().map(|target| picture.drawn(target)).collect()
}

/// What the picture shows of a highlight beside what lights up.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Blocked {
    /// The boundaries that block.
    pub(super) items: Items,
    /// Why a node is out of reach, in a few words, by its id.
    pub(super) words: BTreeMap<String, &'static str>,
}

/// The boundaries that block the reach.
pub(super) fn blocked(picture: &Picture, highlight: &ReachHighlight) -> Blocked {
    let analysis = &picture.snapshot.analysis;
    let (blueprint, network) = (analysis.blueprint(), analysis.network());
    let Some(node) = network.find(highlight.node()) else { return Blocked::default() };
    let barriers = reach::barriers(blueprint, network, node, highlight.direction());
    let mut words = BTreeMap::new();
    for barrier in &barriers {
        for node in &barrier.nodes {
            if let Some(brief) = barrier.reason.brief() {
                words.entry(network.node(*node).id.clone()).or_insert(brief);
            }
        }
    }
    let shown = picture.scene();
    let items = scene::barriers(shown, blueprint, network, &barriers);
    Blocked { items: Items::of(shown, &items), words }
}

/// What a highlight shows, in a sentence.
pub(super) fn sentence(analysis: &Analysis, highlight: &ReachHighlight) -> Option<String> {
    let (node, answers) = answers(analysis, highlight)?;
    let name = &analysis.network().node(node).name;
    let reaches: Vec<&Reach> = answers.iter().map(|(_, reach)| reach).collect();
    let (yes, rest): (Vec<&Reach>, Vec<&Reach>) =
        reaches.into_iter().partition(|reach| reach.answer == Answer::Yes);
    let (count, all) = (yes.len(), answers.len());
    let can_reach = wording::reach::between_names(Answer::Yes);
    let mut out = match highlight.direction() {
        Direction::From => format!("`{name}` {can_reach} {count} of {all} others."),
        Direction::To => format!("{count} of {all} others {can_reach} `{name}`."),
    };
    // One word for each pair, the first that decides it, and how many pairs share it.
    let mut words: Vec<(&'static str, usize)> = Vec::new();
    for reach in rest {
        let Some(word) = reach.reasons.iter().find_map(|reason| reason.brief()) else { continue };
        match words.iter_mut().find(|(other, _)| *other == word) {
            Some((_, count)) => *count += 1,
            None => words.push((word, 1)),
        }
    }
    let words: Vec<String> =
        words.iter().map(|(word, count)| format!("{count} ({word})")).collect();
    if !words.is_empty() {
        let _ = write!(out, " Out of reach: {}.", words.join(", "));
    }
    Some(out)
}

/// Highlights the reach of a node of the file and announces what it is; nothing for what is not declared.
pub(super) fn highlight_reach(state: AppState, highlight: ReachHighlight) {
    let snapshot = state.document.now();
    let network = snapshot.analysis.network();
    let node = network.find(highlight.node());
    let Some(node) = node.filter(|node| network.node(*node).is_declared()) else { return };
    let question = snapshot.analysis.question();
    state.announcer.announce(wording::spoken::reach_of(question, node, highlight.direction()));
    state.selection.dismissed.set(true);
    state.reach.highlight.set(Some(highlight));
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "services:
  - {type: web, name: api, runtime: node, envVars: [{key: A, fromService: {name: auth, type: pserv, property: hostport}}]}
  - {type: pserv, name: auth, runtime: node}
  - {type: worker, name: far, runtime: node, region: frankfurt}
";

    #[test]
    fn the_sentence_counts_what_is_reached_and_says_why_the_rest_is_not() {
        let analysis = Analysis::new(TEXT);
        let said = |highlight| sentence(&analysis, &highlight);
        assert_eq!(
            said(ReachHighlight::From("web:api".to_owned())).unwrap(),
            "`api` can open a private connection to 1 of 2 others. Out of reach: 1 (receives no private traffic)."
        );
        assert!(
            said(ReachHighlight::To("web:api".to_owned()))
                .unwrap()
                .starts_with("1 of 2 others can open a private connection to `api`.")
        );
        assert_eq!(said(ReachHighlight::To("web:gone".to_owned())), None);
    }
}
