//! Y12: something else where a list belongs.

use super::{Context, Finding};
use crate::diagnostics::{Safety, Severity};
use crate::model::{Key, ResourceId, Shape};

rule! {
    /// ## What it does
    ///
    /// Finds `services`, `databases`, `envVarGroups`, `projects`, `environments`, `envVars`, `readReplicas` and `domains` that
    /// are no list.
    ///
    /// ## Why it matters
    ///
    /// Render reads these as lists. A mapping, such as services keyed by their names, is refused. Nothing at all, as is left
    /// when every entry is commented out, is a warning: the official schema refuses it, although an example of Render's own
    /// contains it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   api:
    ///     type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never for a mapping. An empty key may stay while the entries are commented out.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "list-expected",
    summary: "something else where a list belongs",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["Y12", "C19"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let blueprint = context.blueprint;
    let mut look = |keys: &[Key], lists: &[&str], path: &str, resource: Option<ResourceId>| {
        for key in keys.iter().filter(|key| lists.contains(&key.name.as_str())) {
            findings.extend(finding(context, keys, key, path, resource));
        }
    };
    look(&blueprint.keys, &["services", "databases", "envVarGroups", "projects"], "", None);
    for project in &blueprint.projects {
        look(&project.keys, &["environments"], &project.path, None);
    }
    for environment in &blueprint.environments {
        look(
            &environment.keys,
            &["services", "databases", "envVarGroups"],
            &environment.path,
            None,
        );
    }
    for group in &blueprint.groups {
        look(&group.keys, &["envVars"], &group.path, None);
    }
    for resource in &blueprint.resources {
        look(
            &resource.keys,
            &["envVars", "readReplicas", "domains"],
            &resource.path,
            Some(resource.id),
        );
    }
}

fn finding(
    context: &Context<'_>,
    keys: &[Key],
    key: &Key,
    path: &str,
    resource: Option<ResourceId>,
) -> Option<Finding> {
    let name = key.name.as_str();
    let (severity, what, help) = match key.shape {
        Shape::Sequence => return None,
        Shape::Null => (Severity::Warning, "is empty", "leave the key out until there is an entry"),
        Shape::Mapping => {
            (Severity::Error, "is a mapping", "start every entry with a dash: `- name: …`")
        }
        Shape::Scalar => (Severity::Error, "is a single value", "start every entry with a dash"),
    };
    let place = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    // Groups must have the key, so there is nothing to leave out.
    let needed = path.contains("envVarGroups") && name == "envVars";
    let remove = (key.shape == Shape::Null && !needed)
        .then(|| context.editor().remove_entry(keys, name))
        .flatten();
    let finding =
        Finding::new(key.span, place, format!("`{name}` {what}, but must be a list"), help)
            .severity(severity)
            .fix("leave the key out", Safety::Safe, remove.into_iter().collect());
    Some(match resource {
        Some(resource) => finding.on(context, resource),
        None => finding,
    })
}
