//! W10: one reference with both a property and a variable.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, Via};

rule! {
    /// ## What it does
    ///
    /// Finds `fromService` with both `property` and `envVarKey`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects it: `fromService: cannot refer to property and env var`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: pserv
    ///           name: auth
    ///           property: hostport
    ///           envVarKey: TOKEN
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
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
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: pserv
    ///           name: auth
    ///           property: hostport
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "property-and-env-var-key",
    summary: "`property` and `envVarKey` in one reference",
    severity: Error,
    category: Validator,
    certainty: Observed,
    facts: ["W10"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let Via::Service(service) = reference.via else { continue };
        // What is empty is another finding, and reads nothing.
        let reads = [service.value.property.text(), service.value.env_var_key.text()];
        if reads.contains(&None) {
            continue;
        }
        let keys = &service.value.keys;
        let find = |name: &str| keys.iter().find(|key| key.name == name);
        let (Some(property), Some(variable)) = (find("property"), find("envVarKey")) else {
            continue;
        };
        let remove = |name: &str| context.editor().remove_entry(keys, name).into_iter().collect();
        findings.push(
            Finding::new(
                variable.span,
                format!("{}.envVarKey", reference.path()),
                "`fromService` cannot read both a property and a variable",
                "keep `property` for an address or `envVarKey` for the value of a variable; use two variables for both",
            )
            .related(property.span, "it reads a property here")
            .on_reference(context, &reference)
            .fix("keep `property`", Safety::Unsafe, remove("envVarKey"))
            .fix("keep `envVarKey`", Safety::Unsafe, remove("property")),
        );
    }
}
