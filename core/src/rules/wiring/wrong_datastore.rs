//! W36, W37: a variable named for one kind of datastore that gets another.

use crate::conventions::datastore_promised_by;
use crate::graph::EdgeClass;
use crate::lint::{Context, Finding, ReferenceTarget, copied_addresses, declared_here};
use crate::model::Resource;
use crate::platform::Kind;
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds `REDIS_URL`, `CELERY_BROKER_URL` and `CACHE_URL` with the address of a Postgres database, and
    /// `DATABASE_URL`, `POSTGRES_URL` and `POSTGRES_HOST` with that of a Key Value instance. Longer names such as
    /// `CACHE_DATABASE_URL` are left alone: Rails keeps caches and queues in Postgres on purpose.
    ///
    /// ## Why it matters
    ///
    /// The client speaks the protocol that the name promises, and the other datastore does not understand it. The app
    /// fails when it starts.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: cache
    ///     ipAllowList: []
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: REDIS_URL
    ///         fromDatabase:
    ///           name: cache
    ///           property: connectionString
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList: []
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: REDIS_URL
    ///         fromService:
    ///           type: keyvalue
    ///           name: cache
    ///           property: connectionString
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When your code reads the variable for the other kind of datastore.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports in public repositories, 2021 to 2026
    code: "wrong-datastore",
    summary: "a variable named for the other kind of datastore",
    severity: Warning,
    category: Network,
    certainty: Observed,
    facts: ["W36", "W37"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        // A reference in the wrong form is reported by another rule.
        let Some(ReferenceTarget::Declared(target, resolved)) = reference.target else { continue };
        let (Some(name), false) = (reference.name(), resolved.wrong_form) else { continue };
        let gives_address =
            context.edge_of(&reference).is_some_and(|(_, edge)| edge.class == EdgeClass::Private);
        let Some(key) = reference.var.key.text().filter(|_| gives_address) else { continue };
        let found = finding(key, target, name.span, format!("{}.name", reference.path()));
        findings.extend(found.map(|finding| {
            finding.related(target.head(), declared_here(target)).on_reference(context, &reference)
        }));
    }
    for copied in copied_addresses(context) {
        let found =
            finding(&copied.cause.variable, copied.target, copied.cause.span, copied.path());
        findings.extend(found.map(|finding| {
            finding
                .facts(&["W36", "W37"])
                .related(copied.source.span, copied.written_here(context))
                .on_edge(context, copied.consumer.id, copied.edge)
        }));
    }
}

fn finding(variable: &str, target: &Resource, span: Span, path: String) -> Option<Finding> {
    let kind = target.kind.kind()?;
    let (promised, help) = promise(variable, kind)?;
    let message =
        format!("`{variable}` promises {promised}, but `{}` is {}", target.label(), kind.a_words());
    Some(Finding::new(span, path, message, help).facts(&["W37"]))
}

/// What a variable's name promises where it gets something else, and what to do.
fn promise(variable: &str, given: Kind) -> Option<(&'static str, &'static str)> {
    match (datastore_promised_by(variable)?, given) {
        (Kind::KeyValue, Kind::Postgres | Kind::Replica) => Some((
            "a Key Value instance",
            "declare `type: keyvalue` under `services`, and refer to it with `fromService`: `databases` holds Postgres only",
        )),
        (Kind::Postgres, Kind::KeyValue) => {
            Some(("a Postgres database", "refer to one under `databases`, with `fromDatabase`"))
        }
        _ => None,
    }
}
