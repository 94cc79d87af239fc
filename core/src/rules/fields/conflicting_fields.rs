//! C46 and similar: two fields that exclude each other.

use crate::diagnostics::{Safety, Severity};
use crate::lint::{Claim, Context, Finding, Pattern};
use crate::platform::SchemaNode;
use crate::schema::{Violation, ViolationKind};

rule! {
    /// ## What it does
    ///
    /// Finds fields that another field excludes: `runtime`, `repo`, `branch`, `image` and other build settings with
    /// `buildSource`; `git` with `image` in a build source; Docker settings with a non-Docker runtime in a build
    /// source; `previewValue` with a reference.
    ///
    /// ## Why it matters
    ///
    /// The official schema rejects the combination. `previewValue` with a reference is only a warning: the
    /// documentation does not exclude it.
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
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "conflicting-fields",
    summary: "two fields that exclude each other",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C46", "W14"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::every_field(Pattern::Excluded)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(context.claimed_by(&RULE).filter_map(|violation| finding(context, violation)));
}

fn finding(context: &Context<'_>, violation: &Violation) -> Option<Finding> {
    let ViolationKind::Excluded { by, key } = violation.kind else { return None };
    let name = &violation.field;
    let variable = violation.node == SchemaNode::Variable;
    let severity =
        if variable && name == "previewValue" { Severity::Warning } else { Severity::Error };
    let (message, help) = match (violation.node, by) {
        (SchemaNode::BuildGit, _) => (
            format!("`{name}` needs `runtime: docker`"),
            "remove it, or build with Docker".to_owned(),
        ),
        (SchemaNode::Service(_), _) => (
            format!("`{name}` cannot be used with `{by}`"),
            "remove it: the build source sets it".to_owned(),
        ),
        _ => (format!("`{name}` cannot be used with `{by}`"), "keep the one you want".to_owned()),
    };
    let remove = context.editor().remove_entry(&violation.siblings, name).into_iter().collect();
    Some(
        Finding::of_violation(context, violation, severity, message, help)
            .facts(if variable { &["W14"] } else { &["C46"] })
            .related(key, format!("`{by}` is here"))
            .fix(format!("remove `{name}`"), Safety::Unsafe, remove),
    )
}
