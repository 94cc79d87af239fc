//! S04: variables that previews do not get.

use crate::lint::{Context, Finding, SHOWN, and_more};
use crate::model::{EnvVar, Resource};

rule! {
    /// ## What it does
    ///
    /// Notes, once per file with preview environments, that previews do not get variables with `sync: false`.
    ///
    /// ## Why it matters
    ///
    /// Render does not copy a value that you entered in the Dashboard to preview environments, so the app starts
    /// without it there.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: MAIL_API_KEY
    ///         sync: false
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: MAIL_API_KEY
    ///         sync: false
    ///         previewValue: none
    /// ```
    ///
    /// Or put the variable into an environment group, whose values you enter in the Dashboard.
    ///
    /// ## When to ignore it
    ///
    /// When the app works without it in previews.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Preview Environments](https://render.com/docs/preview-environments), read 2026-09
    code: "prompt-missing-in-previews",
    summary: "`sync: false` in a file with previews",
    severity: Info,
    category: Secret,
    certainty: Documented,
    facts: ["S04"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(previews) = context.previews_on() else { return };
    let prompted: Vec<(&Resource, &EnvVar)> = context
        .variables()
        .filter(|(_, var)| {
            var.sync.value() == Some(&false) && var.written("previewValue").is_none()
        })
        .collect();
    let Some((_, first)) = prompted.first() else { return };
    let others = and_more(prompted.len() - 1, " variable");
    let mut finding = Finding::new(
        previews,
        "previews.generation",
        format!("previews start without `{}`{others}: `sync: false` is not copied", first.name()),
        "give them a `previewValue`, or put them into an environment group and enter the value in the Dashboard",
    );
    for (resource, var) in prompted.iter().take(SHOWN) {
        finding = finding.related(var.span, format!("`{}` of `{}`", var.name(), resource.label()));
    }
    findings.push(finding);
}
