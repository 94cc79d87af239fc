//! C30: a major version that new databases cannot use.

use crate::lint::{Context, Finding};
use crate::platform::{Kind, LEAST_NEW_VERSION};

rule! {
    /// ## What it does
    ///
    /// Finds `postgresMajorVersion` 10, 11 and 12.
    ///
    /// ## Why it matters
    ///
    /// Render keeps these only for databases that already run them. The version of a database cannot change, so choose
    /// a current one for a new database.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    ///     postgresMajorVersion: "12"
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    ///     postgresMajorVersion: "18"
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the database exists and runs that version.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "old-postgres",
    summary: "a Postgres version that new databases cannot use",
    severity: Warning,
    category: Validator,
    certainty: Observed,
    facts: ["C30"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for database in context.of_kinds(&[Kind::Postgres]) {
        let Some(setting) = database.settings.get("postgresMajorVersion") else { continue };
        let Some(version) = setting.text().and_then(|text| text.parse::<u32>().ok()) else {
            continue;
        };
        if (10..LEAST_NEW_VERSION).contains(&version) {
            findings.push(Finding::on_setting(
                context,
                database,
                setting,
                format!("a new database cannot use Postgres {version}"),
                "choose a current version for a new database; you cannot change it later",
            ));
        }
    }
}
