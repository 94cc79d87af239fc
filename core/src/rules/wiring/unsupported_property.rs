//! W08, W09: a reference to a property that the target does not have.

use crate::diagnostics::{Safety, Severity};
use crate::lint::{Context, Finding, Via, declared_here, kind_words};
use crate::platform::{Kind, Property};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `connectionString` of anything other than a Key Value instance, `slug` of anything other than a workflow,
    /// and `hostport` of a Key Value instance.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the value or leaves it empty. Services have an address, `hostport`; only Key Value instances have
    /// a connection string. Render's own material contradicts itself on whether a Key Value instance has `hostport`, so
    /// that is a warning.
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
    ///           property: connectionString
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
    code: "unsupported-property",
    summary: "a property that the target does not have",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["W08", "W09"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (Via::Service(_), Some(property), Some(target)) =
            (reference.via, reference.property(), reference.declared())
        else {
            continue;
        };
        let Some(kind) = target.kind.kind().filter(|kind| !kind.is_database()) else { continue };
        // A static site cannot use any private address; another rule reports that.
        if reference.consumer.kind.kind() == Some(Kind::Static) {
            continue;
        }
        let (severity, facts, instead): (_, &'static [&'static str], _) =
            match Property::parse(&property.value) {
                Some(Property::ConnectionString) if kind != Kind::KeyValue => {
                    let addressed = matches!(kind, Kind::Web | Kind::PrivateService);
                    (Severity::Error, &["W08"], addressed.then_some("hostport"))
                }
                Some(Property::Slug) if kind != Kind::Workflow => (Severity::Error, &["W08"], None),
                Some(Property::HostPort) if kind == Kind::KeyValue => {
                    (Severity::Warning, &["W09"], Some("connectionString"))
                }
                _ => continue,
            };
        let message = if severity == Severity::Error {
            format!("{} has no `{}`", kind_words(target), property.value)
        } else {
            format!(
                "Render's own material disagrees on whether {} has `{}`",
                kind_words(target),
                property.value
            )
        };
        let help = instead.map_or_else(
            || "use a property that a resource of this type has".to_owned(),
            |instead| format!("use `{instead}`"),
        );
        let edits =
            instead.map(|instead| TextEdit::replace(property.span, instead)).into_iter().collect();
        findings.push(
            Finding::new(property.span, format!("{}.property", reference.path()), message, help)
                .severity(severity)
                .facts(facts)
                .related(target.head(), declared_here(target))
                .on_reference(context, &reference)
                .fix(format!("use `{}`", instead.unwrap_or_default()), Safety::Unsafe, edits),
        );
    }
}
