//! H14: a discovery name used as a plain host.

use crate::graph::{Host, LiteralHost, Sibling, sibling};
use crate::lint::{Context, Finding, declared_here, hosts_in_values};

rule! {
    /// ## What it does
    ///
    /// Finds the discovery name of a service in the file, `<internal hostname>-discovery`, used as a host.
    ///
    /// ## Why it matters
    ///
    /// A discovery name resolves to the addresses of all instances. It is meant for clients that choose an instance
    /// themselves. A plain client gets any of them, including one that is shutting down. The internal hostname stands
    /// for the whole service.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: PEERS
    ///         value: http://auth-ab1c-discovery:10000
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
    ///           name: auth
    ///           type: pserv
    ///           property: hostport
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
    /// ```
    ///
    /// A client that balances load itself reads `envVarKey: RENDER_DISCOVERY_SERVICE`.
    ///
    /// ## When to ignore it
    ///
    /// When the client looks up all instances in DNS.
    ///
    /// ## References
    ///
    /// - [Private Network](https://render.com/docs/private-network), read 2026-09
    code: "discovery-name-as-host",
    summary: "a discovery name used as a host",
    severity: Info,
    category: Network,
    certainty: Documented,
    facts: ["H14"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for found in hosts_in_values(context) {
        let Some(name) = found.literal.host.name.strip_suffix("-discovery") else { continue };
        let host = LiteralHost { host: Host { name: name.to_owned() }, ..found.literal.clone() };
        let key = found.var.key.text().unwrap_or_default();
        let Some(Sibling::Internal(target)) = sibling(context.blueprint, found.scope(), key, &host)
        else {
            continue;
        };
        let target = context.blueprint.resource(target);
        findings.push(
            Finding::new(
                found.host_span(context),
                found.path(),
                format!("this name resolves to every instance of `{}`", target.label()),
                "use `property: hostport` for the whole service; a discovery name is for clients that choose an instance",
            )
            .related(target.head(), declared_here(target))
            .on_owner(context, found.owner),
        );
    }
}
