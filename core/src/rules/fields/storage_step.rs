//! C27: a storage size that Render does not offer.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::{Kind, STORAGE_STEP};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `diskSizeGB` and `previewDiskSizeGB` that are neither 1 nor a multiple of 5.
    ///
    /// ## Why it matters
    ///
    /// Render rejects other sizes. Storage can only grow, so round up.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: basic-1gb
    ///     diskSizeGB: 12
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: basic-1gb
    ///     diskSizeGB: 15
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
    code: "storage-step",
    summary: "a storage size that is not a multiple of 5 GB",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C27"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for database in context.of_kinds(&[Kind::Postgres]) {
        for name in ["diskSizeGB", "previewDiskSizeGB"] {
            let Some(setting) = database.settings.get(name) else { continue };
            let Some(size) = setting.number().filter(|size| *size > 1 && size % STORAGE_STEP != 0)
            else {
                continue;
            };
            let next = (size / STORAGE_STEP + 1) * STORAGE_STEP;
            findings.push(
                Finding::on_setting(
                    context,
                    database,
                    setting,
                    format!("`{name}` is {size}: it must be 1 or a multiple of {STORAGE_STEP}"),
                    format!("write {next}"),
                )
                .fix(
                    format!("write {next}"),
                    Safety::Unsafe,
                    vec![TextEdit::replace(setting.span(), next.to_string())],
                ),
            );
        }
    }
}
