//! H15, D15: an internal name of another platform.

use crate::conventions::foreign_platform;
use crate::lint::{Context, Finding, hosts_in_values};

rule! {
    /// ## What it does
    ///
    /// Finds internal names of other platforms in values: `host.docker.internal`, `*.railway.internal`, `*.flycast`,
    /// `*.svc.cluster.local`, other `*.internal` names, and `*.render-internal.com`, which older texts about Render have.
    ///
    /// ## Why it matters
    ///
    /// These names exist on that platform only. On Render nothing resolves them; the internal hostname of a service is
    /// `<name>-<hash>`, which a reference gives.
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
    summary: "an internal name of another platform",
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
            format!("`{host}` is no name of Render's, though older texts have it")
        } else {
            format!("`{host}` is a name of {platform}, which nothing on Render resolves")
        };
        findings.push(
            Finding::new(
                found.place(context),
                found.path(),
                message,
                "use `fromService` with `property: hostport`, which holds the internal address",
            )
            .facts(if invented { &["D15"] } else { &["H15"] })
            .on_owner(context, found.owner),
        );
    }
}
