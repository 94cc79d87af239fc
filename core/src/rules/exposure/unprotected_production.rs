//! X21: a production environment in which every member can delete.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::Key;

rule! {
    /// ## What it does
    ///
    /// Finds environments that are called production, have another environment next to them, and do not set
    /// `permissions.protection`.
    ///
    /// ## Why it matters
    ///
    /// Without protection, every member of the workspace can delete or suspend the resources in it. With protection,
    /// only admins can. A pushed Blueprint can still change them.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         services:
    ///           - type: pserv
    ///             name: api
    ///             runtime: docker
    ///       - name: staging
    ///         services:
    ///           - type: pserv
    ///             name: api-staging
    ///             runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         permissions: {protection: enabled}
    ///         services:
    ///           - type: pserv
    ///             name: api
    ///             runtime: docker
    ///       - name: staging
    ///         services:
    ///           - type: pserv
    ///             name: api-staging
    ///             runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When everybody in the workspace is an admin. Write `protection: disabled` to show that it is intended.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Projects and Environments](https://render.com/docs/projects), read 2026-09
    code: "unprotected-production",
    summary: "a production environment without protection",
    severity: Info,
    category: Exposure,
    certainty: Documented,
    facts: ["X21"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// Words in names which show that real users depend on the environment.
const PRODUCTION: [&str; 3] = ["production", "prod", "live"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // The name of a single environment says nothing: nearly every template calls it production.
    if context.environments().count() < 2 {
        return;
    }
    for (_, environment) in context.environments() {
        let Some(name) = environment.name.present().filter(|name| is_production(&name.value))
        else {
            continue;
        };
        let permissions = environment.keys.iter().find(|key| key.name == "permissions");
        if !environment.protection.is_absent() {
            continue;
        }
        let after: Option<&Key> = environment.keys.iter().find(|key| key.name == "name");
        let edit = after
            .filter(|_| permissions.is_none())
            .and_then(|key| context.editor().add_entry(key, "permissions: {protection: enabled}"));
        findings.push(
            Finding::new(
                name.span,
                format!("{}.name", environment.path),
                format!("every member of the workspace can delete resources in `{}`", name.value),
                "`permissions.protection: enabled` allows only admins to do that",
            )
            .fix("protect it", Safety::Unsafe, edit.into_iter().collect()),
        );
    }
}

/// Whether one of the words in a name says so; "non-production" does not.
fn is_production(name: &str) -> bool {
    let folded = name.to_ascii_lowercase();
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let not = ["non", "not", "pre", "no"];
    words.iter().any(|word| PRODUCTION.contains(word))
        && !words.iter().any(|word| not.contains(word))
}
