//! D11: the old name of a plan.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::{Kind, NAMED_PLANS};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Notes `starter`, `standard` and `pro` on services.
    ///
    /// ## Why it matters
    ///
    /// Render's reference now lists plans by CPU and RAM. The old names still work and mean the same.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    ///     plan: starter
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    ///     plan: 0.5c-512mb
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// As long as Render accepts the names.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "named-plan",
    summary: "the old name of a plan",
    severity: Info,
    category: Deprecated,
    certainty: Documented,
    facts: ["D11"],
    fixes: true,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron]) {
        let Some(plan) = resource.plan.present() else { continue };
        let Some((_, now)) = NAMED_PLANS.iter().find(|(old, _)| *old == plan.value) else {
            continue;
        };
        findings.push(
            Finding::new(
                plan.span,
                format!("{}.plan", resource.path),
                format!("`{}` is now called `{now}`", plan.value),
                format!("write `{now}`"),
            )
            .on(context, resource.id)
            .fix(
                format!("write `{now}`"),
                Safety::Unsafe,
                vec![TextEdit::replace(plan.span, *now)],
            ),
        );
    }
}
