//! W24: `connectionPoolString` of a database without a connection pool.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, Via, declared_here};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `property: connectionPoolString` for a database that does not set `connectionPool: pgbouncer`.
    ///
    /// ## Why it matters
    ///
    /// Without a pool, the database has no such connection string.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders
    ///           property: connectionPoolString
    /// databases:
    ///   - name: orders
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
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders
    ///           property: connectionPoolString
    /// databases:
    ///   - name: orders
    ///     connectionPool: pgbouncer
    ///     ipAllowList: []
    /// ```
    ///
    /// Or use `connectionString`.
    ///
    /// ## When to ignore it
    ///
    /// When the pool was enabled in the Dashboard. It is better to write it in the file.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "pool-without-pgbouncer",
    summary: "the connection pool string of a database without a pool",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["W24"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (Via::Database(_), Some(property), Some(target)) =
            (reference.via, reference.property(), reference.declared())
        else {
            continue;
        };
        let pool = &target.connection_pool;
        if property.value != "connectionPoolString"
            || target.kind.kind() != Some(Kind::Postgres)
            || pool.is_malformed()
            || pool.text() == Some("pgbouncer")
        {
            continue;
        }
        let add = match (pool.span(), target.written("name")) {
            (Some(span), _) => Some(TextEdit::replace(span, "pgbouncer")),
            (None, Some(name)) => context.editor().add_entry(name, "connectionPool: pgbouncer"),
            (None, None) => None,
        };
        findings.push(
            Finding::new(
                property.span,
                format!("{}.property", reference.path()),
                format!(
                    "`{}` has no connection pool, so it has no `connectionPoolString`",
                    target.label()
                ),
                "add `connectionPool: pgbouncer` to the database, or use `connectionString`",
            )
            .related(pool.span().unwrap_or(target.head()), declared_here(target))
            .on_reference(context, &reference)
            .fix(
                "use `connectionString`",
                Safety::Unsafe,
                vec![TextEdit::replace(property.span, "connectionString")],
            )
            .fix(
                format!("add the pool to `{}`", target.label()),
                Safety::Unsafe,
                add.into_iter().collect(),
            ),
        );
    }
}
