//! What a fix must not take or change.

use std::collections::BTreeSet;

use super::each_fix::hides;
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::{Category, Diagnostic, Fix, Safety};
use blueprint_lens_core::model::Resource;
use blueprint_lens_core::platform::{SchemaNode, renamed_field};

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
    // Text that could not be read, or that is there twice, says something for the first time once it is mended; a misspelt
    // value that somebody has to confirm, what it means.
    let confirmed = fix.safety != Safety::Safe && hides(found.rule);
    let whole = before.syntax().errors.is_empty();
    let mended = found.category == Category::Syntax || confirmed || !whole;
    if let Some(other) = changed_elsewhere(before, after, found, fix).filter(|_| !mended) {
        out.push(format!("changes {other}"));
    }
    if fix.safety == Safety::Safe && !mended {
        let own: Vec<&String> = found.subject.node.iter().chain(&found.subject.also).collect();
        let (was, is) = (meaning(before, &own), meaning(after, &own));
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

/// What a fix changes beyond its finding: a resource that it is not about, although they may share an anchor, an alias or
/// a merge key; of its own resource, when it is safe, another field. A fix that has to be confirmed may say that it is
/// about another resource.
fn changed_elsewhere(
    before: &Analysis,
    after: &Analysis,
    found: &Diagnostic,
    fix: &Fix,
) -> Option<String> {
    let (was, is) = (before.blueprint(), after.blueprint());
    if was.resources.len() != is.resources.len() {
        return None;
    }
    let safe = fix.safety == Safety::Safe;
    (0..was.resources.len()).find_map(|at| {
        let (was, is) = (&was.resources[at], &is.resources[at]);
        let id = before.network().node(before.network().of_resource(was.id)?).id.as_str();
        let own = found.subject.node.iter().chain(&found.subject.also).any(|about| about == id);
        let is_named = fix.title.contains(&format!("`{}`", was.label()));
        if !safe && (own || is_named || fix.title.ends_with("everywhere")) {
            return None;
        }
        let fields = if own { fields_of_finding(found) } else { Vec::new() };
        let (said, says) = (said(was), said(is));
        let changed = said.symmetric_difference(&says);
        let is_said = |field: &String| {
            let word = format!("`{field}");
            fix.title.contains(&word) || found.help.contains(&word) || moves_along(field, &fields)
        };
        let mut elsewhere =
            changed.filter(|(field, _)| !(fields.contains(field) || own && is_said(field)));
        elsewhere.next().map(|(field, text)| format!("{id}: {field} {text}"))
    })
}

/// Whether a former field goes to the same place as one of these.
fn moves_along(field: &str, fields: &[String]) -> bool {
    let now = SchemaNode::all().find_map(|node| renamed_field(node, field));
    let now = now.and_then(|path| path.split('.').next());
    now.is_some_and(|now| fields.iter().any(|field| field == now))
}

/// Every field of a resource at its top, with what is below it. The type that a reference states is that of its target.
fn said(resource: &Resource) -> BTreeSet<(String, String)> {
    let settings = resource.settings.iter().map(|one| {
        let field = one.name.split(['.', '[']).next().unwrap_or_default();
        (field.to_owned(), format!("{} {:?}", one.name, one.text()))
    });
    let variables = resource.env_vars.iter().map(|var| {
        let value = var.value.value().map(|value| &value.text);
        let service = var
            .from_service
            .value()
            .map(|one| (one.name.text(), one.property.text(), one.env_var_key.text()));
        let database = var.from_database.value().map(|one| (one.name.text(), one.property.text()));
        let made = (var.generate_value.value(), var.sync.value(), var.from_group.text());
        let text = format!("{:?} {value:?} {service:?} {database:?} {made:?}", var.key.text());
        ("envVars".to_owned(), text)
    });
    settings.chain(variables).collect()
}

/// The field of a resource that a finding is about, and what it is called now.
fn fields_of_finding(found: &Diagnostic) -> Vec<String> {
    let lists = ["services", "databases"];
    let inside = lists.iter().filter_map(|list| {
        let mut tails =
            found.path.rmatch_indices(list).map(|(at, _)| &found.path[at + list.len()..]);
        tails.find(|tail| tail.starts_with(['[', '.']))
    });
    let path = inside.min_by_key(|path| path.len()).and_then(|path| path.split_once('.'));
    let field = path.and_then(|(_, path)| path.split(['.', '[']).next());
    let now = SchemaNode::all().find_map(|node| renamed_field(node, field?));
    let now = now.and_then(|path| path.split('.').next());
    [field, now].into_iter().flatten().map(str::to_owned).collect()
}

/// Who is there, how open, and how wired, the resource of the finding itself aside. What has no name is called after its
/// line, which may be another one.
fn meaning(analysis: &Analysis, own: &[&String]) -> (Vec<String>, Vec<String>) {
    let network = analysis.network();
    let own: Vec<String> = own.iter().map(|id| without_line(id)).collect();
    let is_own = |id: &String| own.contains(&without_line(id));
    // A host that only the resource of the finding calls is part of what it says.
    let called: BTreeSet<&String> = network
        .edges()
        .filter(|(_, from, ..)| !is_own(&network.node(*from).id))
        .map(|(_, _, to, _)| &network.node(to).id)
        .collect();
    let is_theirs = |id: &String| !id.starts_with("external:") || called.contains(id);
    let nodes = network.nodes().map(|(_, node)| node);
    let nodes = nodes.filter(|node| !is_own(&node.id) && is_theirs(&node.id));
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
