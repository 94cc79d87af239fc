//! What a card says about what only the former version has: what it was, what becomes of it, and where it stood.

use blueprint_lens_core::diff::Union;
use blueprint_lens_core::graph::{NetEdge, NetNode};
use blueprint_lens_core::html::Places;
use blueprint_lens_core::plan::Entry;
use blueprint_lens_core::wording::sentence::sentence;

use super::card_content::{CardContent, of_edge, of_node};
use crate::state::{Former, Picture, Target};

/// What there is to say about `target`; `None` when the former version does not hold it.
pub(super) fn former_content(
    picture: &Picture,
    former: &Former,
    target: &Target,
) -> Option<CardContent> {
    let mut content = match target {
        Target::Node(id) => node(picture, former, id)?,
        Target::Edge(id) => edge(picture, former, id)?,
    };
    content.kind.push_str(", gone");
    Some(content)
}

fn node(picture: &Picture, former: &Former, id: &str) -> Option<CardContent> {
    let network = former.analysis.network();
    let handle = network.find(without_mark(id))?;
    let mut content = of_node(former.analysis.blueprint(), network, handle);
    let NetNode { id, extent: Some(lines), .. } = network.node(handle) else {
        return Some(content);
    };
    let comparison = picture.snapshot.comparison_with(former);
    let fates = comparison.map(|comparison| comparison.becomes_of(id, *lines)).unwrap_or_default();
    let mut facts: Vec<_> = fates.iter().flat_map(fate).collect();
    facts.push(("Before", Places::among(former.analysis.files()).all_words(*lines)));
    facts.append(&mut content.facts);
    Some(CardContent { facts, ..content })
}

/// What the next sync does with it, and what to do.
fn fate(entry: &Entry<'_>) -> impl Iterator<Item = (&'static str, String)> {
    let first = entry.first();
    let happens = format!("{}: {} ({})", first.class.words(), entry.text, first.certainty.words());
    let advice = entry.advice.map(|advice| ("Advice", sentence(advice)));
    std::iter::once(("Next sync", happens)).chain(advice)
}

fn edge(picture: &Picture, former: &Former, id: &str) -> Option<CardContent> {
    let network = former.analysis.network();
    let scene = picture.scene();
    let on_line: Vec<&str> =
        scene.line(scene.line_of(id)).map(|edge| without_mark(&edge.id)).collect();
    let (_, from, to, lead) = network.edges().find(|(.., edge)| edge.id == without_mark(id))?;
    let others = network.edges().map(|(.., other)| other);
    let others = others.filter(|edge| edge.id != lead.id && on_line.contains(&edge.id.as_str()));
    let line: Vec<&NetEdge> = std::iter::once(lead).chain(others).collect();
    Some(of_edge((network.node(from), network.node(to)), &line, Vec::new()))
}

/// The id in the former version.
fn without_mark(id: &str) -> &str {
    id.strip_prefix(Union::GONE).unwrap_or(id)
}
