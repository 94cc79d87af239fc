//! U01, U02, U03: one name used twice.

use std::collections::BTreeMap;

use crate::diagnostics::Severity;
use crate::lint::{Context, Finding};
use crate::model::{Declaration, Environment, Present, ResourceId, Scope};

rule! {
    /// ## What it does
    ///
    /// Finds two services, two databases or replicas, two environment groups, two projects, or two environments of one
    /// project, with the same name. A service and a database may share a name.
    ///
    /// ## Why it matters
    ///
    /// Render identifies resources by name. In one place it rejects the second one or takes it for the first. The same
    /// resource at the root and in an environment is a warning. The same name in two environments is only a note,
    /// since Render's own tutorial uses it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: worker
    ///     name: mail-jobs
    ///     runtime: docker
    ///   - type: worker
    ///     name: report-jobs
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// The same name in two environments: when a sync accepts it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - Render Tutorials, advanced Blueprint patterns, 2026
    code: "duplicate-name",
    summary: "one name used twice",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["U01", "U02", "U03"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

/// A named item: what it is, where it is declared, and its path.
struct Named<'a> {
    what: &'static str,
    name: &'a Present<String>,
    scope: Scope,
    path: &'a str,
    resource: Option<ResourceId>,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut things: Vec<Named<'_>> = Vec::new();
    things.extend(context.resources.iter().filter_map(|resource| {
        let what = match resource.declaration {
            Declaration::Service => "service",
            Declaration::Database | Declaration::Replica { .. } => "database",
        };
        let name = resource.name.present()?;
        let (scope, path) = (resource.scope, &resource.path);
        Some(Named { what, name, scope, path, resource: Some(resource.id) })
    }));
    things.extend(context.groups.iter().filter_map(|group| {
        let name = group.name.present()?;
        let (scope, path) = (group.scope, &group.path);
        Some(Named { what: "group", name, scope, path, resource: None })
    }));
    things.extend(context.projects.iter().filter_map(|project| {
        let name = project.name.present()?;
        let path = &project.path;
        Some(Named {
            what: "project",
            name,
            scope: Scope::Root(context.file),
            path,
            resource: None,
        })
    }));
    let mut firsts: BTreeMap<(&str, &str), &Named<'_>> = BTreeMap::new();
    for thing in &things {
        let first = *firsts.entry((thing.what, &thing.name.value)).or_insert(thing);
        if !std::ptr::eq(first, thing) {
            let found = finding(thing, first);
            findings.push(match (thing.resource, first.resource) {
                (Some(second), Some(first)) => found.on(context, second).also_on(context, first),
                _ => found,
            });
        }
    }
    let mut firsts: BTreeMap<(usize, &str), &Environment> = BTreeMap::new();
    for (_, environment) in context.environments() {
        let Some(name) = environment.name.present() else { continue };
        let first = *firsts.entry((environment.project, &name.value)).or_insert(environment);
        if !std::ptr::eq(first, environment) {
            let message = format!("this project has two environments called `{}`", name.value);
            findings.push(
                Finding::new(
                    name.span,
                    format!("{}.name", environment.path),
                    message,
                    "rename one of them",
                )
                .facts(&["U01"])
                .related(first.name.span().unwrap_or(first.span), "the first one"),
            );
        }
    }
}

fn finding(thing: &Named<'_>, first: &Named<'_>) -> Finding {
    let (what, name) = (thing.what, thing.name.value.as_str());
    let (severity, facts, message, help): (_, &'static [&'static str], _, _) =
        match (thing.scope, first.scope) {
            (a, b) if a == b => (
                Severity::Error,
                &["U01"],
                format!("two {what}s are called `{name}`"),
                "rename one of them",
            ),
            (Scope::Environment(_), Scope::Environment(_)) => (
                Severity::Info,
                &["U03"],
                format!("two environments have a {what} called `{name}`"),
                "if the sync complains, give one of them a suffix",
            ),
            _ => (
                Severity::Warning,
                &["U02"],
                format!("the {what} `{name}` is declared in two places"),
                "declare a resource in one place only: the root, `ungrouped` or one environment",
            ),
        };
    Finding::new(thing.name.span, format!("{}.name", thing.path), message, help)
        .severity(severity)
        .facts(facts)
        .related(first.name.span, "the first one")
}
