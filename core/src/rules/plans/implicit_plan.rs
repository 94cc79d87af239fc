//! P11: a service without a plan.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::{Kind, cheapest_paid_plan};

rule! {
    /// ## What it does
    ///
    /// Notes services and datastores without `plan`.
    ///
    /// ## Why it matters
    ///
    /// A new one gets the smallest paid plan, which costs money. An existing one keeps its plan.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
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
    ///     plan: 0.5c-512mb
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the default is what you want.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "implicit-plan",
    summary: "a service without a plan",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["P11"],
    fixes: true,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let kinds = &[
        Kind::Web,
        Kind::PrivateService,
        Kind::Worker,
        Kind::Cron,
        Kind::KeyValue,
        Kind::Postgres,
    ];
    for resource in context.of_kinds(kinds) {
        let Some(plan) = resource.kind.kind().and_then(cheapest_paid_plan) else { continue };
        if resource.written("plan").is_some() {
            continue;
        }
        let line = format!("plan: {plan}");
        // The smallest plan has no standby.
        let standby = resource.written("highAvailability").is_some();
        let add = if standby { Vec::new() } else { context.add_setting(resource, &line) };
        findings.push(
            Finding::on_head(
                context,
                resource,
                format!("a new `{}` gets `{plan}`, which is paid", resource.label()),
                "write the plan",
            )
            .fix(format!("add `{line}`"), Safety::Unsafe, add),
        );
    }
}
