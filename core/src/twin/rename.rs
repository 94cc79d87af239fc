//! Names to edits: everywhere a Blueprint says a name, it gets the common one.

use std::collections::{BTreeMap, BTreeSet};

use super::names::CommonNames;
use crate::analysis::Analysis;
use crate::graph::{CauseKind, is_label_of};
use crate::model::{EnvVar, Field};
use crate::text::{Span, TextEdit};

/// The edits that give everything its common name: declarations, references, hosts in values, and comments that assert
/// something.
pub(super) fn edits(analysis: &Analysis, names: &CommonNames) -> Vec<TextEdit> {
    let blueprint = analysis.blueprint();
    let mut edits = BTreeSet::new();
    for resource in &blueprint.resources {
        rename(&resource.name, &names.resources, &mut edits);
    }
    for group in &blueprint.groups {
        rename(&group.name, &names.groups, &mut edits);
    }
    for project in &blueprint.projects {
        rename(&project.name, &names.projects, &mut edits);
    }
    for environment in &blueprint.environments {
        rename(&environment.name, &names.environments, &mut edits);
    }
    let of_groups = blueprint.groups.iter().flat_map(|group| &group.env_vars);
    let variables = blueprint.resources.iter().flat_map(|one| &one.env_vars).chain(of_groups);
    for variable in variables {
        references(variable, names, &mut edits);
    }
    hosts(analysis, &names.resources, &mut edits);
    comments(analysis, &names.resources, &mut edits);
    edits.into_iter().collect()
}

/// A field that holds a name.
fn rename(field: &Field<String>, names: &BTreeMap<String, String>, edits: &mut BTreeSet<TextEdit>) {
    let new = field.present().and_then(|name| Some((name.span, names.get(&name.value)?)));
    // Letters, digits and hyphens need no quotes; anything else keeps those of a text.
    edits.extend(new.map(|(span, new)| TextEdit::replace(span, crate::edit::quoted(new))));
}

fn references(variable: &EnvVar, names: &CommonNames, edits: &mut BTreeSet<TextEdit>) {
    if let Some(reference) = variable.from_service.value() {
        rename(&reference.name, &names.resources, edits);
    }
    if let Some(reference) = variable.from_database.value() {
        rename(&reference.name, &names.resources, edits);
    }
    rename(&variable.from_group, &names.groups, edits);
}

/// Hosts in values that mean a resource: what its name is in them.
fn hosts(analysis: &Analysis, names: &BTreeMap<String, String>, edits: &mut BTreeSet<TextEdit>) {
    let (network, blueprint, text) = (analysis.network(), analysis.blueprint(), analysis.text());
    for (_, _, to, edge) in network.edges() {
        let Some(resource) = network.node(to).resource else { continue };
        let Some(name) = blueprint.resource(resource).name.text() else { continue };
        let Some(new) = names.get(name) else { continue };
        for cause in edge.causes.iter().filter(|cause| cause.kind == CauseKind::Literal) {
            let host = cause.span.slice(text);
            let label = host.split('.').next().unwrap_or_default();
            if is_label_of(label, name) {
                let start = cause.span.start();
                edits.insert(TextEdit::replace(Span::new(start, start + label.len()), new));
            }
        }
    }
}

/// Comments for this program speak of resources by their names.
fn comments(analysis: &Analysis, names: &BTreeMap<String, String>, edits: &mut BTreeSet<TextEdit>) {
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    for comment in &analysis.syntax().comments {
        let text = comment.span.slice(analysis.text());
        if !text.contains("blueprint-lens:") {
            continue;
        }
        let mut at = 0;
        for word in text.split_inclusive(|c: char| !part_of_name(c)) {
            let name = word.trim_end_matches(|c: char| !part_of_name(c));
            if let Some(new) = names.get(name) {
                let start = comment.span.start() + at;
                edits.insert(TextEdit::replace(Span::new(start, start + name.len()), new));
            }
            at += word.len();
        }
    }
}
