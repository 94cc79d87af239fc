//! H15, D15: an internal hostname of another platform.

use crate::conventions::foreign_platform;
use crate::lint::{Context, Finding, hosts_in_values};

rule! {
    /// ## What it does
    ///
    /// Finds internal hostnames of other platforms in values: `host.docker.internal`, `*.railway.internal`,
    /// `*.flycast`, `*.svc.cluster.local`, other `*.internal` names, and `*.render-internal.com`, which appears in
    /// older texts about Render.
    ///
    /// ## Why it matters
    ///
    /// These names exist only on that platform and do not resolve on Render. The internal hostname of a Render service
    /// is `<name>-<hash>`, which a reference copies.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: AUTH_URL
    ///         value: http://auth.railway.internal:3000
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
    /// ## When to ignore it
    ///
    /// When the value is for another platform.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "foreign-platform-host",
    summary: "an internal hostname of another platform",
    severity: Warning,
    category: Network,
    certainty: Observed,
    facts: ["H15", "D15"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for found in hosts_in_values(context) {
        let host = found.literal.host.name.as_str();
        let Some(platform) = foreign_platform(host) else { continue };
        let invented = platform == "nobody";
        let message = if invented {
            format!("`{host}` is not a Render hostname, although older texts use it")
        } else {
            format!("`{host}` is a hostname of {platform}, which does not resolve on Render")
        };
        findings.push(
            Finding::new(
                found.host_span(context),
                found.path(),
                message,
                "use `fromService` with `property: hostport` for the internal address",
            )
            .facts(if invented { &["D15"] } else { &["H15"] })
            .on_owner(context, found.owner),
        );
    }
}
