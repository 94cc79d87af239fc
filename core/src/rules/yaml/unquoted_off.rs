//! Y01: a setting with an unquoted `off`.

use crate::diagnostics::Safety;
use crate::edit::quoted;
use crate::lint::{Context, Finding};
use crate::model::ResourceId;
use crate::text::{Span, TextEdit};

rule! {
    /// ## What it does
    ///
    /// Finds an unquoted `off` in `autoDeployTrigger`, `persistenceMode` and `previews.generation`.
    ///
    /// ## Why it matters
    ///
    /// YAML 1.1 readers take `off` for a boolean, so editors with the official schema mark it as an error. Render most
    /// likely reads it as a string: its own reference has it unquoted twice.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     autoDeployTrigger: off
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     autoDeployTrigger: "off"
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When no editor complains.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "unquoted-off",
    summary: "an unquoted `off`",
    severity: Info,
    category: Style,
    certainty: Observed,
    facts: ["Y01"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// Keys of services that accept `off`.
const SWITCHES: [&str; 2] = ["autoDeployTrigger", "persistenceMode"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let generation = &context.root().previews_generation;
    // The old `previewsEnabled` is a boolean and is meant to be one.
    let renamed = context.root().keys.iter().all(|key| key.name != "previews");
    if let Some(span) = generation.span().filter(|_| !renamed) {
        findings.extend(finding(context, span, "previews.generation".to_owned(), None));
    }
    for resource in context.resources {
        for name in SWITCHES {
            let Some(key) = resource.written(name) else { continue };
            let path = format!("{}.{name}", resource.path);
            findings.extend(finding(context, key.value, path, Some(resource.id)));
        }
    }
}

fn finding(
    context: &Context<'_>,
    span: Span,
    path: String,
    resource: Option<ResourceId>,
) -> Option<Finding> {
    let written = span.slice(context.text);
    if written != "off" {
        return None;
    }
    let finding = Finding::new(
        span,
        path,
        format!("older readers take unquoted `{written}` for a boolean"),
        "put it in quotes: editors then accept it, and Render reads the same",
    )
    .fix("put it in quotes", Safety::Safe, vec![TextEdit::replace(span, quoted("off"))]);
    Some(match resource {
        Some(resource) => finding.on(context, resource),
        None => finding,
    })
}
