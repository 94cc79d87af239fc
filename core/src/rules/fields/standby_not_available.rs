//! C31: high availability on a database that is too small or too old.

use crate::diagnostics::Severity;
use crate::lint::{Context, Finding};
use crate::platform::{Kind, LEAST_VERSION_FOR_STANDBY, is_under_one_cpu};

rule! {
    /// ## What it does
    ///
    /// Finds `highAvailability` on plans with less than one CPU, and on Postgres before 13.
    ///
    /// ## Why it matters
    ///
    /// Render rejects it. Without `plan`, a new database gets the smallest plan, but an existing one keeps its own, so
    /// that is only a warning.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: basic-1gb
    ///     ipAllowList: []
    ///     highAvailability:
    ///       enabled: true
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: pro-8gb
    ///     ipAllowList: []
    ///     highAvailability:
    ///       enabled: true
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// The warning: when the database exists and has a larger plan.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "standby-not-available",
    summary: "high availability on a database that cannot have it",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C31"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for database in context.of_kinds(&[Kind::Postgres]) {
        let Some(switch) = database.settings.get("highAvailability.enabled") else { continue };
        if database.settings.boolean("highAvailability.enabled") != Some(true) {
            continue;
        }
        let old = database
            .settings
            .text("postgresMajorVersion")
            .and_then(|text| text.parse::<u32>().ok())
            .filter(|version| *version < LEAST_VERSION_FOR_STANDBY);
        let (severity, message) = match (database.plan.present(), old) {
            (Some(plan), _) if is_under_one_cpu(&plan.value) => {
                (Severity::Error, format!("`{}` has no high availability: that needs at least one CPU", plan.value))
            }
            (_, Some(version)) => (
                Severity::Error,
                format!("Postgres {version} has no high availability: that needs {LEAST_VERSION_FOR_STANDBY} or newer"),
            ),
            (None, None) => (
                Severity::Warning,
                "high availability needs a plan with at least one CPU; a new database without `plan` has less".to_owned(),
            ),
            (Some(_), None) => continue,
        };
        findings.push(
            Finding::on_setting(
                context,
                database,
                switch,
                message,
                "choose a plan such as `pro-4gb` or larger",
            )
            .severity(severity),
        );
    }
}
