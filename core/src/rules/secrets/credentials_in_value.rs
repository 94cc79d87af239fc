//! S01: a connection string with a password in the file.

use crate::conventions::{DATASTORE_SCHEMES, is_loopback, is_placeholder};
use crate::diagnostics::Safety;
use crate::graph::hosts_in;
use crate::lint::{Context, Finding, VariableOwner};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds connection strings of datastores and brokers with a password in a literal `value`.
    ///
    /// ## Why it matters
    ///
    /// Everybody who can read the repository can use the datastore, and the password stays in the history after you
    /// remove it. Change the password, then keep it out of the file.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: MONGO_URL
    ///         value: mongodb+srv://shop:s3cret99@cluster0.example.net/shop
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: MONGO_URL
    ///         sync: false
    /// ```
    ///
    /// Use a reference for a datastore in the file, and `sync: false` for one elsewhere: Render then asks for the value
    /// in the Dashboard.
    ///
    /// ## When to ignore it
    ///
    /// When the password is a placeholder that works nowhere.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "credentials-in-value",
    summary: "a connection string with a password in the file",
    severity: Warning,
    category: Secret,
    certainty: Documented,
    facts: ["S01"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        let Some(value) = var.value.present() else { continue };
        let leaks = hosts_in(&value.value.text).into_iter().any(|host| {
            host.scheme.as_deref().is_some_and(|scheme| DATASTORE_SCHEMES.contains(&scheme))
                && !is_loopback(&host.host.name)
                && host.password.is_some_and(|password| !is_placeholder(&password))
        });
        if !leaks {
            continue;
        }
        let mut finding = Finding::new(
            value.span,
            format!("{}.value", var.path),
            format!(
                "`{}` contains a password, which everybody who reads this file can see",
                var.name()
            ),
            "change the password now, then use a reference, or `sync: false` for a datastore elsewhere",
        );
        // Groups ignore `sync: false`.
        if let VariableOwner::Resource(resource) = owner {
            let edit = TextEdit::replace(value.key.cover(value.span), "sync: false");
            finding = finding.on(context, resource.id).fix(
                "ask for it in the Dashboard",
                Safety::Unsafe,
                vec![edit],
            );
        }
        findings.push(finding);
    }
}
