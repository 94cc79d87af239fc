//! C26: a fixed number of instances beside automatic scaling.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `numInstances` beside `scaling`.
    ///
    /// ## Why it matters
    ///
    /// `numInstances` has no effect there.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     numInstances: 2
    ///     scaling:
    ///       minInstances: 1
    ///       maxInstances: 3
    ///       targetCPUPercent: 60
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     scaling:
    ///       minInstances: 1
    ///       maxInstances: 3
    ///       targetCPUPercent: 60
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When it is kept for the day on which scaling is switched off.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "ignored-instance-count",
    summary: "`numInstances` beside `scaling`",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["C26"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker]) {
        let settings = &resource.settings;
        let (Some(count), Some(scaling)) =
            (settings.get("numInstances"), settings.filled("scaling"))
        else {
            continue;
        };
        // A disk rules both out, which is worse.
        if settings.filled("disk").is_some() {
            continue;
        }
        let drop = context.drop_setting(resource, "numInstances");
        findings.push(
            Finding::on_setting(
                context,
                resource,
                count,
                "`numInstances` has no effect beside `scaling`",
                "drop it",
            )
            .related(scaling.key.span, "the number of instances is decided here")
            .fix("drop `numInstances`", Safety::Safe, drop),
        );
    }
}
