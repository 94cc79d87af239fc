//! V05: previews as large as production.

use crate::lint::{Context, Finding, SHOWN, and_more};
use crate::model::Resource;
use crate::platform::{Kind, is_smallest_plan};

rule! {
    /// ## What it does
    ///
    /// Finds resources with a plan above the smallest and without a plan for previews, in a file with preview
    /// environments.
    ///
    /// ## Why it matters
    ///
    /// Each pull request gets a copy of every resource, at the same plan and price.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// databases:
    ///   - name: orders
    ///     plan: pro-8gb
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// databases:
    ///   - name: orders
    ///     plan: pro-8gb
    ///     previewPlan: basic-256mb
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When previews need the same size.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Preview Environments](https://render.com/docs/preview-environments), read 2026-09
    code: "full-price-previews",
    summary: "previews as large as production",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["V05"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(previews) = context.previews_on() else { return };
    let large: Vec<&Resource> =
        context.resources.iter().filter(|resource| is_large(resource)).collect();
    let Some(first) = large.first() else { return };
    let others = and_more(large.len() - 1, "");
    let mut finding = Finding::new(
        previews,
        "previews.generation",
        format!("previews of `{}`{others} cost as much as production", first.label()),
        "set `previews.plan` on services, `previewPlan` on datastores",
    );
    for resource in large.iter().take(SHOWN) {
        if let Some(plan) = resource.plan.present() {
            finding = finding.related(
                plan.span,
                format!("`{}` has the plan `{}`", resource.label(), plan.value),
            );
        }
    }
    findings.push(finding);
}

fn is_large(resource: &Resource) -> bool {
    let small = |plan: &str| resource.kind.kind().is_some_and(|kind| is_smallest_plan(kind, plan));
    let has = |name: &str| resource.settings.get(name).is_some();
    resource.kind.kind() != Some(Kind::Cron)
        && resource.plan.text().is_some_and(|plan| !small(plan))
        && !has("previews.plan")
        && !has("previewPlan")
}
