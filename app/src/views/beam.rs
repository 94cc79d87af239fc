//! The reach of one node on the picture: what lights up, and what is said about the rest.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, NodeRef, Reach};
use blueprint_lens_core::html::push_prose;
use blueprint_lens_core::reach::{Direction, around, barriers};
use blueprint_lens_core::scene;
use leptos::prelude::*;

use crate::diagram::Items;
use crate::state::{AppState, Beam, Picture, Target};
use crate::ui::{Icon, IconButton};

/// A beam's node and every answer that it asks for; `None` when the node is gone.
fn answers(analysis: &Analysis, beam: &Beam) -> Option<(NodeRef, Vec<(NodeRef, Reach)>)> {
    let (blueprint, network) = (analysis.blueprint(), analysis.network());
    let node = network.find(beam.node())?;
    Some((node, around(blueprint, network, node, beam.direction())))
}

/// The items that a beam lights: its node, what it reaches or what reaches it, and the edges that are wired so.
pub(crate) fn lit_by(picture: &Picture, beam: &Beam) -> Vec<Target> {
    let analysis = &picture.snapshot.analysis;
    let Some((node, answers)) = answers(analysis, beam) else { return Vec::new() };
    let network = analysis.network();
    let mut lit = vec![Target::Node(beam.node().to_owned())];
    for (other, _) in answers.iter().filter(|(_, reach)| reach.answer == Answer::Yes) {
        lit.push(Target::Node(network.node(*other).id.clone()));
        let (from, to) = match beam.direction() {
            Direction::From => (node, *other),
            Direction::To => (*other, node),
        };
        let edges = network.outgoing(from).filter(|(_, end)| *end == to);
        lit.extend(edges.map(|(edge, _)| Target::Edge(network.edge(edge).id.clone())));
    }
    lit.iter().map(|target| picture.drawn(target)).collect()
}

/// What the picture shows of a beam beside what is lit.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Blocked {
    /// The boundaries that block.
    pub(crate) items: Items,
    /// Why a node is out of reach, in a few words, by its id.
    pub(crate) words: BTreeMap<String, &'static str>,
}

/// The boundaries that block a beam.
pub(crate) fn blocked(picture: &Picture, beam: &Beam) -> Blocked {
    let analysis = &picture.snapshot.analysis;
    let (blueprint, network) = (analysis.blueprint(), analysis.network());
    let Some(node) = network.find(beam.node()) else { return Blocked::default() };
    let held = barriers(blueprint, network, node, beam.direction());
    let mut words = BTreeMap::new();
    for held in &held {
        for node in &held.nodes {
            if let Some(brief) = held.reason.brief() {
                words.entry(network.node(*node).id.clone()).or_insert(brief);
            }
        }
    }
    let shown = picture.scene();
    let items = scene::barriers(shown, blueprint, network, &held);
    Blocked { items: Items::of(shown, &items), words }
}

/// What a beam shows, in a sentence.
fn sentence(analysis: &Analysis, beam: &Beam) -> Option<String> {
    let (node, answers) = answers(analysis, beam)?;
    let name = &analysis.network().node(node).name;
    let reaches: Vec<&Reach> = answers.iter().map(|(_, reach)| reach).collect();
    let (yes, rest): (Vec<&Reach>, Vec<&Reach>) =
        reaches.into_iter().partition(|reach| reach.answer == Answer::Yes);
    let (count, all) = (yes.len(), answers.len());
    let mut out = match beam.direction() {
        Direction::From => {
            format!("`{name}` can open a private connection to {count} of {all} others.")
        }
        Direction::To => {
            format!("{count} of {all} others can open a private connection to `{name}`.")
        }
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

/// Lights the reach of a node of the file and says what it is; nothing for what is not declared.
pub(crate) fn say_beam(state: AppState, beam: Beam) {
    let snapshot = state.document.now();
    let network = snapshot.analysis.network();
    let declared = |id: &str| network.find(id).is_some_and(|node| network.node(node).is_declared());
    if !declared(beam.node()) {
        return;
    }
    if let Some(sentence) = sentence(&snapshot.analysis, &beam) {
        state.voice.say(sentence);
    }
    state.selection.dismissed.set(true);
    state.reach.beam.set(Some(beam));
}

/// The sentence over the picture while a beam is lit.
#[component]
pub(crate) fn BeamNote() -> impl IntoView {
    let state = AppState::here();
    let beam = state.reach.beam;
    let text = Memo::new(move |_| {
        let mut text = sentence(&state.document.get().analysis, beam.read().as_ref()?)?;
        text.push_str(" Choose another node to see why.");
        let mut out = String::new();
        push_prose(&mut out, &text);
        Some(out)
    });
    move || {
        text.get().map(|text| {
            view! {
                <div class="beam-note">
                    <p inner_html=text></p>
                    <IconButton icon=Icon::Close label="Show the whole picture" on_press=move || beam.set(None) />
                </div>
            }
        })
    }
}
