//! C25: autoscaling without bounds or without a target.

use crate::lint::{Context, Finding};
use crate::model::{Resource, ValueKind};
use crate::platform::{Kind, MAX_INSTANCES};

rule! {
    /// ## What it does
    ///
    /// Finds `scaling` without `minInstances` or `maxInstances`, without a target, with more than 100 instances, or
    /// with `maxInstances` below `minInstances`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects it. The official schema accepts all of this.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     scaling:
    ///       minInstances: 1
    ///       maxInstances: 3
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
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "incomplete-scaling",
    summary: "`scaling` without bounds or without a target",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C25"],
    fixes: false,
    since: "0.1.0",
    concludes_from_absence: true,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker]) {
        let Some(scaling) = resource.settings.get("scaling") else { continue };
        if scaling.key.value_kind != ValueKind::Mapping {
            continue;
        }
        let missing = missing(resource);
        if !missing.is_empty() {
            findings.push(Finding::on_setting(
                context,
                resource,
                scaling,
                format!("`scaling` must have {}", missing.join(", ")),
                "scaling needs both bounds and at least one target",
            ));
        }
        let (min, max) = (
            resource.settings.number("scaling.minInstances"),
            resource.settings.get("scaling.maxInstances"),
        );
        let Some((setting, max)) = max.and_then(|setting| Some((setting, setting.number()?)))
        else {
            continue;
        };
        let message = if max > MAX_INSTANCES {
            format!("`maxInstances` is {max}, above {MAX_INSTANCES}")
        } else if min.is_some_and(|min| min > max && max > 0) {
            format!("`maxInstances` is {max}, below `minInstances`")
        } else {
            continue;
        };
        findings.push(Finding::on_setting(
            context,
            resource,
            setting,
            message,
            "make `maxInstances` at least as large",
        ));
    }
}

fn missing(resource: &Resource) -> Vec<&'static str> {
    let absent = |name: &str| resource.settings.filled(name).is_none();
    let mut out = Vec::new();
    if absent("scaling.minInstances") {
        out.push("`minInstances`");
    }
    if absent("scaling.maxInstances") {
        out.push("`maxInstances`");
    }
    if absent("scaling.targetCPUPercent") && absent("scaling.targetMemoryPercent") {
        out.push("`targetCPUPercent` or `targetMemoryPercent`");
    }
    out
}
