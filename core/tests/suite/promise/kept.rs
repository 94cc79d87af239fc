//! What a fix must not take or change.

use super::each_fix::HIDES;
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::{Category, Diagnostic, Fix, Safety};
use blueprint_lens_core::model::Resource;

/// What a fix must not take: a comment, YAML that can be read, and, for a safe one, what the Blueprint means.
pub(crate) fn lost(
    before: &Analysis,
    after: &Analysis,
    found: &Diagnostic,
    fix: &Fix,
) -> Vec<String> {
    let mut out = Vec::new();
    if after.syntax().errors.len() > before.syntax().errors.len() {
        out.push("breaks the YAML".to_owned());
    }
    if before.syntax().errors.is_empty() {
        let kept: Vec<&str> =
            after.syntax().comments.iter().map(|one| one.span.slice(after.text()).trim()).collect();
        let comments =
            before.syntax().comments.iter().map(|one| one.span.slice(before.text()).trim());
        let gone = comments.into_iter().find(|one| !kept.contains(one));
        // What looked like a comment was the end of a value.
        let was_none = found.rule == "hash-cuts-value";
        if let Some(gone) = gone.filter(|gone| !gone.contains("blueprint-lens:") && !was_none) {
            out.push(format!("loses the comment `{gone}`"));
        }
    }
    if let Some(other) = changed_for_others(before, after, found, fix) {
        out.push(format!("changes `{other}`, which has no such finding"));
    }
    // Text that could not be read says something for the first time once it can be; a misspelt value that somebody has to
    // confirm, what it means.
    let confirmed = fix.safety != Safety::Safe && HIDES.contains(&found.rule);
    let mended = found.category == Category::Syntax || confirmed;
    if fix.safety == Safety::Safe && !mended {
        let own = found.subject.node.as_deref();
        let (was, is) = (meaning(before, own), meaning(after, own));
        if was != is {
            out.push(format!("changes the network: {was:?} to {is:?}"));
        }
    }
    let opened = |analysis: &Analysis| {
        let nodes = analysis.network().nodes();
        nodes.filter(|(_, node)| node.exposure.is_entry_point()).count()
    };
    if !mended && opened(after) > opened(before) {
        out.push("opens an entry point".to_owned());
    }
    out
}

/// A resource that a fix for others changes, although it shares text with them: anchors, aliases and merge keys. A fix
/// may say that it is about another one.
fn changed_for_others(
    before: &Analysis,
    after: &Analysis,
    found: &Diagnostic,
    fix: &Fix,
) -> Option<String> {
    let (was, is) = (before.blueprint(), after.blueprint());
    if !was.shares_text() || was.resources.len() != is.resources.len() {
        return None;
    }
    let about: Vec<&str> =
        found.subject.node.iter().chain(&found.subject.also).map(String::as_str).collect();
    let id = |at: usize| {
        let node = before.network().of_resource(was.resources[at].id)?;
        Some(before.network().node(node).id.clone())
    };
    let said = |resource: &Resource| {
        let variables = resource.env_vars.iter().map(|var| {
            let value = var.value.value().map(|value| value.text.clone());
            format!("{:?} {value:?} {:?}", var.key.text(), var.generate_value.value())
        });
        let settings = resource.settings.iter().map(|one| format!("{} {:?}", one.name, one.text()));
        variables.chain(settings).collect::<Vec<_>>()
    };
    (0..was.resources.len()).find_map(|at| {
        let id = id(at).filter(|id| !about.contains(&id.as_str()))?;
        let is_named = fix.title.contains(&format!("`{}`", was.resources[at].label()));
        if is_named || fix.title.ends_with("everywhere") {
            return None;
        }
        (said(&was.resources[at]) != said(&is.resources[at])).then_some(id)
    })
}

/// Who is there, how open, and how wired, the resource of the finding itself aside. What has no name is called after its
/// line, which may be another one.
fn meaning(analysis: &Analysis, own: Option<&str>) -> (Vec<String>, Vec<String>) {
    let network = analysis.network();
    let is_own = |id: &str| own == Some(id);
    let nodes = network.nodes().map(|(_, node)| node).filter(|node| !is_own(&node.id));
    let nodes = nodes.map(|node| {
        let id = without_line(&node.id);
        format!("{id} {:?} {:?}", node.exposure, node.placement)
    });
    let edges = network.edges().filter(|(_, from, to, _)| {
        !is_own(&network.node(*from).id) && !is_own(&network.node(*to).id)
    });
    (nodes.collect(), edges.map(|(_, _, _, edge)| without_line(&edge.id)).collect())
}

/// An id without the number of a line.
fn without_line(id: &str) -> String {
    let mut parts = id.split(":?");
    let first = parts.next().unwrap_or_default().to_owned();
    parts
        .fold(first, |out, part| out + ":?" + part.trim_start_matches(|c: char| c.is_ascii_digit()))
}
