//! P08: a free Key Value instance, which does not keep its data.

use crate::diagnostics::{Category, Safety, Severity};
use crate::lint::{Context, Finding};
use crate::platform::{Kind, cheapest_paid_plan};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `persistenceMode` other than `off` on a free Key Value instance. A free instance without it is a note.
    ///
    /// ## Why it matters
    ///
    /// Free instances keep their data only in memory, so a restart empties them. Another `persistenceMode` is not
    /// possible on this plan.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: queue
    ///     plan: free
    ///     ipAllowList: []
    ///     persistenceMode: snapshot
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: queue
    ///     plan: 256mb
    ///     ipAllowList: []
    ///     persistenceMode: snapshot
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// The note: for caches.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Key Value](https://render.com/docs/key-value), read 2026-09
    code: "forgetful-key-value",
    summary: "a free Key Value instance, which does not keep its data",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["P08"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for instance in context.of_kinds(&[Kind::KeyValue]) {
        let Some(plan) = instance.free_plan() else { continue };
        let paid = cheapest_paid_plan(Kind::KeyValue).unwrap_or_default();
        let fix = vec![TextEdit::replace(plan.span, paid)];
        let title = format!("use `{paid}`");
        match instance.settings.filled("persistenceMode") {
            Some(mode) if mode.text() != Some("off") => findings.push(
                Finding::on_setting(
                    context,
                    instance,
                    mode,
                    "a free Key Value instance does not keep its data",
                    "choose a paid plan, or remove `persistenceMode`",
                )
                .related(plan.span, "the plan is free")
                .fix(title, Safety::Unsafe, fix),
            ),
            _ => findings.push(
                Finding::new(
                    plan.span,
                    format!("{}.plan", instance.path),
                    "a free Key Value instance is empty after a restart",
                    "choose a paid plan for queues and sessions",
                )
                .severity(Severity::Info)
                .category(Category::Style)
                .on(context, instance.id)
                .fix(title, Safety::Unsafe, fix),
            ),
        }
    }
}
