//! H08, H11: an internal hostname, hash included, written by hand.

use crate::graph::{CauseKind, EdgeClass};
use crate::lint::{Context, Finding};
use crate::platform::internal_datastore_host;

rule! {
    /// ## What it does
    ///
    /// Finds literals with the internal hostname of a database or Key Value instance (`dpg-…`, `red-…`), or with the
    /// name of a resource in the file and a hash of four characters.
    ///
    /// ## Why it matters
    ///
    /// It names one resource that exists today. When the resource is created again, or in a preview environment, the
    /// hostname is different. A reference always holds the right one.
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
    ///         value: dpg-abcdefghij0123456789-a
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
    /// When the resource is managed elsewhere and will not be created again.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "internal-host-literal",
    summary: "an internal hostname written by hand",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["H08", "H11"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, _, to, edge) in context.edges() {
        let target = context.network.node(to);
        for cause in edge.causes.iter().filter(|cause| cause.kind == CauseKind::Literal) {
            let written = cause.span.slice(context.text);
            let datastore = internal_datastore_host(&written.to_ascii_lowercase());
            let hashed = target.is_declared() && !written.eq_ignore_ascii_case(&target.name);
            if edge.class != EdgeClass::Private || !(datastore || hashed) {
                continue;
            }
            findings.push(
                Finding::new(
                    cause.span,
                    cause.path.clone(),
                    format!("the internal hostname `{written}` is written by hand"),
                    "use a reference: the hostname changes when the resource is created again, and in previews",
                )
                .facts(if datastore { &["H08"] } else { &["H11"] })
                .on_edge(context, cause.consumer, edge),
            );
        }
    }
}
