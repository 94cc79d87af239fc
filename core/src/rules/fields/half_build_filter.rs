//! C39: a build filter with only one of its two lists.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Notes build filters with only one of `paths` and `ignoredPaths`.
    ///
    /// ## Why it matters
    ///
    /// A sync replaces the whole filter: Render empties the list that is missing here.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     buildFilter:
    ///       paths: [api/**]
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     buildFilter:
    ///       paths: [api/**]
    ///       ignoredPaths: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the other list is empty anyway.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "half-build-filter",
    summary: "a build filter with only one of its two lists",
    severity: Info,
    category: Style,
    certainty: Observed,
    facts: ["C39"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let kinds =
        &[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron, Kind::Static, Kind::Workflow];
    for resource in context.of_kinds(kinds) {
        let settings = &resource.settings;
        let Some(filter) = settings.get("buildFilter") else { continue };
        let other =
            match (settings.get("buildFilter.paths"), settings.get("buildFilter.ignoredPaths")) {
                (Some(_), None) => "ignoredPaths",
                (None, Some(_)) => "paths",
                _ => continue,
            };
        findings.push(Finding::on_setting(
            context,
            resource,
            filter,
            format!("this filter empties `{other}` on Render"),
            format!("write `{other}` as well"),
        ));
    }
}
