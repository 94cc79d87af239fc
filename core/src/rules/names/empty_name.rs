//! U06: an empty name.

use crate::lint::{Context, Finding};
use crate::model::Field;

rule! {
    /// ## What it does
    ///
    /// Finds `name: ""`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects it. The official schema requires only that the field is a string.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: ""
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
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "empty-name",
    summary: "an empty name",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["U06"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let resources = context.resources.iter().map(|it| (&it.name, &it.path));
    let groups = context.groups.iter().map(|it| (&it.name, &it.path));
    let projects = context.projects.iter().map(|it| (&it.name, &it.path));
    let environments = context.environments().map(|(_, it)| (&it.name, &it.path));
    let names = resources.chain(groups).chain(projects).chain(environments);
    for (name, path) in names {
        let Field::Present(name) = name else { continue };
        if name.value.trim().is_empty() {
            findings.push(Finding::new(
                name.span,
                format!("{path}.name"),
                "`name` is empty",
                "give it a name",
            ));
        }
    }
}
