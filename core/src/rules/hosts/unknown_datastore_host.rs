//! H10: a connection string to a hostname that does not exist.

use crate::conventions::is_loopback;
use crate::diagnostics::Safety;
use crate::graph::LiteralHost;
use crate::lint::{
    Context, Finding, HostInValue, VariableOwner, as_only_datastore, hosts_in_values,
};
use crate::platform::{Kind, internal_datastore_host};

rule! {
    /// ## What it does
    ///
    /// Finds connection strings for Postgres and Redis (`postgres://`, `redis://` and similar ones) with a bare name
    /// that no resource in the file has.
    ///
    /// ## Why it matters
    ///
    /// A name without a dot is looked up on the private network, where it does not exist: such names come from docker
    /// compose files. A reference always holds the right address.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: REDIS_URL
    ///         value: redis://redis:6379
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
    ///       - key: REDIS_URL
    ///         fromService:
    ///           name: cache
    ///           type: keyvalue
    ///           property: connectionString
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the container has that name in its own hosts file.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "unknown-datastore-host",
    summary: "a connection string to a name that no resource has",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["H10"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// Placeholders for a host in examples.
const STAND_INS: [&str; 4] = ["host", "hostname", "server", "base"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for found in hosts_in_values(context) {
        let Some(kind) = datastore_of(&found.literal).filter(|_| is_unknown(context, &found))
        else {
            continue;
        };
        let edit = match found.owner {
            VariableOwner::Resource(service) if found.literal.whole => {
                as_only_datastore(context, found.value, service, kind, "connectionString")
            }
            VariableOwner::Resource(_) | VariableOwner::Group(_) => None,
        };
        findings.push(
            Finding::new(
                found.host_span(context),
                found.path(),
                format!("nothing in this file is called `{}`", found.literal.host.name),
                "use `fromDatabase` or `fromService` for a datastore on Render, `sync: false` for one elsewhere",
            )
            .on_owner(context, found.owner)
            .fix("use a reference", Safety::Unsafe, edit.into_iter().collect()),
        );
    }
}

/// The Render datastore that a connection string is for.
fn datastore_of(literal: &LiteralHost) -> Option<Kind> {
    match literal.scheme.as_deref()? {
        "postgres" | "postgresql" => Some(Kind::Postgres),
        "redis" | "rediss" | "valkey" => Some(Kind::KeyValue),
        _ => None,
    }
}

fn is_unknown(context: &Context<'_>, found: &HostInValue<'_>) -> bool {
    let host = &found.literal.host;
    let name = host.name.as_str();
    // A host cut out of `user:<password>@…` is not a host.
    let template = found.value.value.text.contains(['<', '{', '$']);
    !template
        && host.is_bare()
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        && !is_loopback(name)
        && !internal_datastore_host(name)
        && !name.starts_with("your")
        && !STAND_INS.contains(&name)
        && found.sibling(context).is_none()
}
