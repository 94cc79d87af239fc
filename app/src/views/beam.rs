//! The reach of one node on the picture: what lights up, and what is said about the rest.

use std::fmt::Write as _;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, NodeKind, NodeRef};
use blueprint_lens_core::html::push_prose;
use blueprint_lens_core::reach::{Pair, pair};
use leptos::prelude::*;

use crate::state::{AppState, Beam, Target};
use crate::ui::{Icon, IconButton};

/// Every pair that a beam asks about; `None` when its node is gone.
fn pairs_of(analysis: &Analysis, beam: &Beam) -> Option<Vec<Pair>> {
    let network = analysis.network();
    let node = network.find(beam.node())?;
    let others = network.nodes().filter(|(other, data)| *other != node && data.is_declared());
    let ask = |other: NodeRef| match beam {
        Beam::From(_) => pair(analysis.question(), node, other),
        Beam::To(_) => pair(analysis.question(), other, node),
    };
    Some(others.map(|(other, _)| ask(other)).collect())
}

/// The items that a beam lights: its node, what it reaches or what reaches it, and the edges that are wired so.
pub(crate) fn lit_by(analysis: &Analysis, beam: &Beam) -> Vec<Target> {
    let Some(pairs) = pairs_of(analysis, beam) else { return Vec::new() };
    let network = analysis.network();
    let mut lit = vec![Target::Node(beam.node().to_owned())];
    for pair in pairs.iter().filter(|pair| pair.answer == Answer::Yes) {
        let other = if matches!(beam, Beam::From(_)) { pair.to } else { pair.from };
        lit.push(Target::Node(network.node(other).id.clone()));
        let edges = network.outgoing(pair.from).filter(|(_, to)| *to == pair.to);
        lit.extend(edges.map(|(edge, _)| Target::Edge(network.edge(edge).id.clone())));
    }
    lit
}

/// What a beam shows, in a sentence.
fn sentence(analysis: &Analysis, beam: &Beam) -> Option<String> {
    let pairs = pairs_of(analysis, beam)?;
    let network = analysis.network();
    let name = &network.node(network.find(beam.node())?).name;
    let (yes, rest): (Vec<&Pair>, Vec<&Pair>) =
        pairs.iter().partition(|pair| pair.answer == Answer::Yes);
    let (count, all) = (yes.len(), pairs.len());
    let mut out = match beam {
        Beam::From(_) => {
            format!("`{name}` can open a private connection to {count} of {all} others.")
        }
        Beam::To(_) => {
            format!("{count} of {all} others can open a private connection to `{name}`.")
        }
    };
    // One word for each pair, the first that decides it, and how many pairs share it.
    let mut words: Vec<(&'static str, usize)> = Vec::new();
    for pair in rest {
        let Some(word) = pair.reasons.iter().find_map(|found| found.reason.brief()) else {
            continue;
        };
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
    let declared = |id: &str| {
        network
            .find(id)
            .is_some_and(|node| matches!(network.node(node).kind, NodeKind::Resource(_)))
    };
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
                    <IconButton icon=Icon::Close label="Show the whole picture again" on_press=move || beam.set(None) />
                </div>
            }
        })
    }
}
