//! V04, V16: a free preview plan on a paid service or database.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::Setting;
use crate::platform::{FREE_PLAN, Kind, cheapest_paid_plan};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `previews.plan: free`, or the old `previewPlan: free`, on services with a paid plan, and
    /// `previewPlan: free` on paid databases.
    ///
    /// ## Why it matters
    ///
    /// Previews of a paid service must be paid, too.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     plan: 1c-2g
    ///     previews:
    ///       plan: free
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     plan: 1c-2g
    ///     previews:
    ///       plan: 0.5c-512mb
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When Render has accepted it.
    ///
    /// ## References
    ///
    /// - [Service Previews](https://render.com/docs/service-previews), read 2026-09
    code: "free-preview-plan",
    summary: "a free preview plan on a paid service",
    severity: Warning,
    category: Validator,
    certainty: Inferred,
    facts: ["V04", "V16"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker]) {
        if resource.free_plan().is_some() {
            continue;
        }
        for name in ["previews.plan", "previewPlan"] {
            let setting =
                resource.settings.get(name).filter(|setting| setting.text() == Some(FREE_PLAN));
            let Some(setting) = setting else { continue };
            let paid = cheapest_paid_plan(Kind::Web).unwrap_or_default();
            findings.push(
                Finding::on_setting(
                    context,
                    resource,
                    setting,
                    format!("a preview of `{}` cannot be free: its plan is paid", resource.label()),
                    format!("the smallest paid plan is `{paid}`"),
                )
                .facts(&["V04"])
                .fix(
                    format!("write `{paid}`"),
                    Safety::Unsafe,
                    vec![TextEdit::replace(setting.span(), paid)],
                ),
            );
        }
    }
    for database in context.of_kinds(&[Kind::Postgres]) {
        let free = |setting: &&Setting| setting.text() == Some(FREE_PLAN);
        let Some(setting) = database.settings.get("previewPlan").filter(free) else { continue };
        if database.free_plan().is_some() {
            continue;
        }
        findings.push(
            Finding::on_setting(
                context,
                database,
                setting,
                format!("a preview of `{}` cannot be free: its plan is paid", database.label()),
                "name a paid plan for previews, or leave it out for the plan of the database",
            )
            .facts(&["V16"]),
        );
    }
}
