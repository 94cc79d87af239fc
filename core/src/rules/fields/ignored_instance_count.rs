//! C26: a fixed number of instances together with autoscaling.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `numInstances` together with `scaling`.
    ///
    /// ## Why it matters
    ///
    /// With autoscaling, `numInstances` has no effect.
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
    /// When you keep it for the day you turn autoscaling off.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "ignored-instance-count",
    summary: "`numInstances` together with `scaling`",
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
        // A disk excludes both, and that is reported instead.
        if settings.filled("disk").is_some() {
            continue;
        }
        let drop = context.drop_setting(resource, "numInstances");
        findings.push(
            Finding::on_setting(
                context,
                resource,
                count,
                "`numInstances` has no effect together with `scaling`",
                "remove it",
            )
            .related(scaling.key.span, "the number of instances is set here")
            .fix("remove `numInstances`", Safety::Safe, drop),
        );
    }
}
