//! H09: the external address of a datastore on Render.

use crate::diagnostics::Safety;
use crate::graph::{Cause, CauseKind, NodeKind};
use crate::lint::{Context, Finding, as_only_datastore};
use crate::platform::{Kind, external_datastore_host};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds literals with the external address of a database or Key Value instance: `…-postgres.render.com`,
    /// `…-keyvalue.render.com`, `…-redis.render.com`.
    ///
    /// ## Why it matters
    ///
    /// The external address goes over the public internet: it is slower, counts as outbound bandwidth, and needs TLS
    /// and an entry in the allow list. A service in the same region reaches the datastore at its internal address,
    /// which a reference copies.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: DATABASE_HOST
    ///         value: dpg-abcdefghij0123456789-a.oregon-postgres.render.com
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
    ///       - key: DATABASE_HOST
    ///         fromDatabase:
    ///           name: orders
    ///           property: host
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the datastore is in another region or workspace.
    ///
    /// ## References
    ///
    /// - [Create and connect to a database](https://render.com/docs/postgresql-creating-connecting), read 2026-09
    /// - [Key Value](https://render.com/docs/key-value), read 2026-09
    code: "external-datastore-host",
    summary: "the external address of a datastore",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["H09"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, _, to, edge) in context.edges() {
        let node = context.network.node(to);
        if node.kind != NodeKind::External || !external_datastore_host(&node.name) {
            continue;
        }
        for cause in edge.causes.iter().filter(|cause| cause.kind == CauseKind::Literal) {
            findings.push(
                Finding::new(
                    cause.span,
                    cause.path.clone(),
                    "this is the external address of a datastore",
                    "from the same region the internal address is faster, free and private: use a reference",
                )
                .on_edge(context, cause.consumer, edge)
                .fix("use a reference", Safety::Unsafe, edit(context, cause, &node.name).into_iter().collect()),
            );
        }
    }
}

/// The value as a reference, if the scope holds only one datastore of that kind.
fn edit(context: &Context<'_>, cause: &Cause, host: &str) -> Option<TextEdit> {
    let value = context.service_var_at(cause.entry)?.value.present()?;
    let text = value.value.text.trim();
    let property = if text.eq_ignore_ascii_case(host) {
        "host"
    } else if text.contains("://") {
        "connectionString"
    } else {
        return None;
    };
    let kind = if host.contains("-postgres.") { Kind::Postgres } else { Kind::KeyValue };
    let consumer = context.blueprint.resource(cause.consumer);
    as_only_datastore(context, value, consumer, kind, property)
}
