//! H14: a discovery name where a host is wanted.

use crate::graph::{Host, LiteralHost, Sibling, sibling};
use crate::lint::{Context, Finding, declared_here, hosts_in_values};

rule! {
    /// ## What it does
    ///
    /// Finds the discovery name of a service of the file, `<internal hostname>-discovery`, written as a host.
    ///
    /// ## Why it matters
    ///
    /// A discovery name resolves to the addresses of all instances. It is for clients that pick one themselves; a plain
    /// client gets any of them, also one that is going away. The internal hostname stands for the service as a whole.
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
    /// A client that balances load itself takes `envVarKey: RENDER_DISCOVERY_SERVICE`.
    ///
    /// ## When to ignore it
    ///
    /// When the client asks the DNS for all instances.
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
                found.place(context),
                found.path(),
                format!("this name stands for every single instance of `{}`", target.label()),
                "for the service as a whole use `property: hostport`; a discovery name is for clients that pick an instance",
            )
            .related(target.head(), declared_here(target))
            .on_owner(context, found.owner),
        );
    }
}
