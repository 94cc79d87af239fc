//! What `expand` promises: the same network, as open, and nothing new to complain about.

use std::collections::BTreeSet;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::expand::expand;

/// What the effective Blueprint of a file that can be read says otherwise than the file: its network, how open it is, an
/// error that was not there, or another text when it is expanded again.
pub(crate) fn broken_by_expansion(name: &str, analysis: &Analysis) -> Option<String> {
    if !analysis.syntax().errors.is_empty() {
        return None;
    }
    let text = expand(analysis);
    let again = Analysis::new(&text);
    let said = |what: &str| Some(format!("{name}: {what}\n{text}"));
    if let Some(error) = again.syntax().errors.first() {
        return said(&format!("cannot be read: {}", error.message));
    }
    if expand(&again) != text {
        return said(&format!("expanded again it is\n{}", expand(&again)));
    }
    // Without a name, an id is that of a line.
    let nameless = analysis.network().nodes().any(|(_, node)| node.id.contains(":?"));
    let (was, is) = (network(analysis), network(&again));
    if was != is && !nameless {
        return said(&format!("the network was {was:#?} and is {is:#?}"));
    }
    // A default that is written out is stated, so that a warning about it becomes an error.
    let from = |severity: Severity, analysis: &Analysis| -> BTreeSet<&'static str> {
        let found = analysis.diagnostics().iter();
        found.filter(|one| one.severity >= severity).map(|one| one.rule).collect()
    };
    let (was, is) = (from(Severity::Warning, analysis), from(Severity::Error, &again));
    // Comments go, and with them what they allow.
    let allows = analysis.text().contains("blueprint-lens:");
    match is.difference(&was).next() {
        Some(new) if !allows => said(&format!("brings {new}")),
        _ => None,
    }
}

/// Nodes with their exposure, and edges, in an order of their own.
fn network(analysis: &Analysis) -> BTreeSet<String> {
    let network = analysis.network();
    let nodes = network.nodes().map(|(_, node)| format!("{} {:?}", node.id, node.exposure));
    let id = |node| network.node(node).id.clone();
    let edges = network.edges().map(|(_, from, to, edge)| {
        format!("{} > {}: {:?} {:?}", id(from), id(to), edge.class, edge.verdict)
    });
    nodes.chain(edges).collect()
}
