//! W22: a reference to a built-in variable that cannot be copied.

use crate::lint::{Context, Finding, Via, keys_of};
use crate::platform::is_unreadable_elsewhere;

rule! {
    /// ## What it does
    ///
    /// Finds `envVarKey` that reads a built-in variable of another service which Render does not let others copy:
    /// `RENDER_SERVICE_ID`, `RENDER_GIT_COMMIT` and similar ones.
    ///
    /// ## Why it matters
    ///
    /// The copy is empty. Public addresses, the discovery name and `IS_PULL_REQUEST` can be copied.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: API_COMMIT
    ///         fromService:
    ///           name: api
    ///           type: web
    ///           envVarKey: RENDER_GIT_COMMIT
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: API_HOSTPORT
    ///         fromService:
    ///           name: api
    ///           type: web
    ///           property: hostport
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// Let the service that knows the value return it on request.
    ///
    /// ## When to ignore it
    ///
    /// When you have seen the copy arrive.
    ///
    /// ## References
    ///
    /// - [Environment Variables](https://render.com/docs/environment-variables), read 2026-09
    /// - a public test of which variables can be copied, 2025
    code: "unreadable-builtin",
    summary: "a built-in variable that other services cannot copy",
    severity: Warning,
    category: Validator,
    certainty: Inferred,
    facts: ["W22"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (Via::Service(service), Some(name)) = (reference.via, reference.name()) else {
            continue;
        };
        let Some(key) = service.value.env_var_key.present() else { continue };
        let target = reference.declared();
        // A service that sets the variable in the file makes it readable.
        let set =
            target.and_then(|target| Some(keys_of(context, target)?.contains(&key.value.as_str())));
        let own = target.is_some_and(|target| target.id == reference.consumer.id);
        if own || set == Some(true) || !is_unreadable_elsewhere(&key.value) {
            continue;
        }
        findings.push(
            Finding::new(
                key.span,
                format!("{}.envVarKey", reference.path()),
                format!(
                    "`{}` of `{}` cannot be copied, so the variable stays empty",
                    key.value, name.value
                ),
                "pass the value in another way",
            )
            .on_reference(context, &reference),
        );
    }
}
