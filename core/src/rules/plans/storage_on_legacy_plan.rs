//! P10: storage settings on a legacy database plan.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::{Kind, successor_of};

rule! {
    /// ## What it does
    ///
    /// Finds `diskSizeGB` and `storageAutoscalingEnabled` on databases with the plans `starter`, `standard`, `pro` and
    /// `pro plus`.
    ///
    /// ## Why it matters
    ///
    /// Legacy plans have a fixed disk size; Render rejects the settings.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: standard
    ///     diskSizeGB: 50
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: basic-1gb
    ///     diskSizeGB: 50
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "storage-on-legacy-plan",
    summary: "storage settings on a legacy database plan",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["P10"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for database in context.of_kinds(&[Kind::Postgres]) {
        let Some(plan) = database.plan.present() else { continue };
        let Some(successor) = successor_of(&plan.value) else { continue };
        for name in ["diskSizeGB", "storageAutoscalingEnabled"] {
            let Some(setting) = database.settings.get(name) else { continue };
            findings.push(
                Finding::new(
                    setting.key.span,
                    format!("{}.{name}", database.path),
                    format!("the legacy plan `{}` does not allow `{name}`", plan.value),
                    format!("choose a flexible plan such as `{successor}`, which is of the same size, or remove it"),
                )
                .on(context, database.id)
                .fix(
                    format!("remove `{name}`"),
                    Safety::Unsafe,
                    context.drop_setting(database, name),
                ),
            );
        }
    }
}
