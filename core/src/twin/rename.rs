//! Names to edits: everywhere a Blueprint says a name, it gets the common one.

use std::collections::{BTreeMap, BTreeSet};

use super::names::CommonNames;
use crate::analysis::Analysis;
use crate::graph::{hosts_in, is_label_of, place_in_value};
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
        hosts(analysis.text(), variable, &names.resources, &mut edits);
    }
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

/// Hosts in a value that mean a resource, the own one included: what its name is in them. A word by itself is no host.
fn hosts(
    text: &str,
    variable: &EnvVar,
    names: &BTreeMap<String, String>,
    edits: &mut BTreeSet<TextEdit>,
) {
    let Some(value) = variable.value.present() else { return };
    for found in hosts_in(&value.value.text) {
        let is_host = found.host.onrender_label().is_some()
            || (found.host.is_bare() && (found.scheme.is_some() || found.port.is_some()));
        let label = found.host.first_label();
        let named = names.iter().find(|(name, _)| is_host && is_label_of(label, name));
        if let Some((_, new)) = named {
            let place = found.at.start..found.at.start + label.len();
            edits.insert(TextEdit::replace(place_in_value(text, value, place), new));
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
