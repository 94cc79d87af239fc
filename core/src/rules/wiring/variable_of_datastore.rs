//! C66: a variable of a datastore.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, Via, declared_here, kind_words};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `envVarKey` in a reference to a Key Value instance or a database.
    ///
    /// ## Why it matters
    ///
    /// A datastore has no environment variables, so there is nothing to copy. Its address comes from `property`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: CACHE
    ///         fromService:
    ///           type: keyvalue
    ///           name: cache
    ///           envVarKey: REDIS_URL
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList: []
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
    ///       - key: CACHE
    ///         fromService:
    ///           type: keyvalue
    ///           name: cache
    ///           property: connectionString
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: a datastore has no variables.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "variable-of-datastore",
    summary: "a variable of a datastore, which has none",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["C66"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (Via::Service(service), Some(target)) = (reference.via, reference.declared()) else {
            continue;
        };
        // A property beside it is reported by another rule.
        let Some(key) = service.value.env_var_key.present() else { continue };
        if !service.value.property.is_absent()
            || !target.kind.kind().is_some_and(Kind::is_datastore)
        {
            continue;
        }
        let connects = context.connects(reference.consumer, target);
        let edits = if connects && target.kind.kind() == Some(Kind::KeyValue) {
            vec![
                TextEdit::replace(key.key, "property"),
                TextEdit::replace(key.span, "connectionString"),
            ]
        } else {
            Vec::new()
        };
        findings.push(
            Finding::new(
                key.span,
                format!("{}.envVarKey", reference.path()),
                format!("`{}` is {}, which has no variables", target.label(), kind_words(target)),
                "ask for its address with `property: connectionString`",
            )
            .related(target.head(), declared_here(target))
            .on_reference(context, &reference)
            .fix("use `connectionString`", Safety::Unsafe, edits),
        );
    }
}
