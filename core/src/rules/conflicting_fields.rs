//! C46 and the like: two fields that do not go together.

use super::{Context, Finding};
use crate::diagnostics::{Safety, Severity};
use crate::platform::Place;
use crate::schema::{Problem, ShapeFinding};

rule! {
    /// ## What it does
    ///
    /// Finds fields beside another that rules them out: `runtime`, `repo`, `branch`, `image` and other build settings
    /// beside `buildSource`, `git` beside `image` in a build source, Docker settings beside another runtime there,
    /// `previewValue` beside a reference.
    ///
    /// ## Why it matters
    ///
    /// The official schema refuses them together. For `previewValue` beside a reference this is a warning: the
    /// documentation does not rule it out.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// buildSources:
    ///   - name: app
    ///     git:
    ///       repo: https://github.com/acme/shop
    ///       runtime: docker
    /// services:
    ///   - type: web
    ///     name: api
    ///     buildSource: app
    ///     branch: main
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// buildSources:
    ///   - name: app
    ///     git:
    ///       repo: https://github.com/acme/shop
    ///       runtime: docker
    ///       branch: main
    /// services:
    ///   - type: web
    ///     name: api
    ///     buildSource: app
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render refuses it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "conflicting-fields",
    summary: "two fields that do not go together",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C46", "W14"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(context.shape_of(RULE.code).filter_map(|shape| finding(context, shape)));
}

fn finding(context: &Context<'_>, shape: &ShapeFinding) -> Option<Finding> {
    let Problem::Excluded { by, key } = shape.problem else { return None };
    let name = &shape.field;
    let variable = shape.place == Place::Variable;
    let severity =
        if variable && name == "previewValue" { Severity::Warning } else { Severity::Error };
    let (message, help) = match (shape.place, by) {
        (Place::BuildGit, _) => (
            format!("`{name}` goes with `runtime: docker` only"),
            "drop it, or build with Docker".to_owned(),
        ),
        (Place::Service(_), _) => (
            format!("`{name}` does not go with `{by}`"),
            "drop it: the build source says it".to_owned(),
        ),
        _ => (format!("`{name}` does not go with `{by}`"), "keep the one that is meant".to_owned()),
    };
    let remove = context.editor().remove_entry(&shape.siblings, name).into_iter().collect();
    Some(
        Finding::of_shape(context, shape, severity, message, help)
            .facts(if variable { &["W14"] } else { &["C46"] })
            .related(key, format!("`{by}` stands here"))
            .fix(format!("drop `{name}`"), Safety::Unsafe, remove),
    )
}
