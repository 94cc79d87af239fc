//! H12: TLS to a service that does not serve it.

use crate::conventions::{is_loopback, is_placeholder};
use crate::diagnostics::Safety;
use crate::graph::{LiteralHost, Sibling};
use crate::lint::{Context, Finding, declared_here, hosts_in_values};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `https://` and `wss://` before an internal hostname: that of a service in the file, or any name without a
    /// dot.
    ///
    /// ## Why it matters
    ///
    /// Render terminates TLS at its public edge. On the private network the caller talks to the app itself, which
    /// speaks plain HTTP unless it is configured otherwise, so the handshake fails.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: ALERT_HOOK
    ///         value: https://alerts-x1y2:10000/hook
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
    ///       - key: ALERTS_ADDR
    ///         fromService:
    ///           name: alerts
    ///           type: pserv
    ///           property: hostport
    ///   - type: pserv
    ///     name: alerts
    ///     runtime: docker
    /// ```
    ///
    /// The code prepends `http://`.
    ///
    /// ## When to ignore it
    ///
    /// When the service serves TLS itself.
    ///
    /// ## References
    ///
    /// - [Private Network](https://render.com/docs/private-network), read 2026-09
    code: "https-to-private-host",
    summary: "`https://` to an internal hostname",
    severity: Warning,
    category: Network,
    certainty: Observed,
    facts: ["H12"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for found in hosts_in_values(context) {
        let plain = match found.literal.scheme.as_deref() {
            Some("https") => "http",
            Some("wss") => "ws",
            _ => continue,
        };
        let host = found.literal.host.name.as_str();
        let target = match found.sibling(context) {
            Some(Sibling::Internal(target)) => Some(context.blueprint.resource(target)),
            None if is_private_looking(&found.literal) => None,
            Some(Sibling::Public(_)) | None => continue,
        };
        let Some(place) = found.scheme_place(context) else { continue };
        // If the scheme is not in the text of the value, the whole value is marked, and there is no edit.
        let edit = (place != found.value.span).then(|| TextEdit::replace(place, plain));
        let mut finding = Finding::new(
            place,
            found.path(),
            format!("`{host}` is called over TLS, which Render terminates at its public edge"),
            format!(
                "use `{plain}://` on the private network, unless the service serves TLS itself"
            ),
        )
        .on_owner(context, found.owner)
        .fix(format!("use `{plain}://`"), Safety::Unsafe, edit.into_iter().collect());
        if let Some(target) = target {
            finding = finding.related(target.head(), declared_here(target));
        }
        findings.push(finding);
    }
}

/// Whether a host that the file does not declare is on the private network: a name without a dot, with a port.
fn is_private_looking(literal: &LiteralHost) -> bool {
    let name = literal.host.name.as_str();
    literal.port.is_some()
        && literal.host.is_bare()
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !is_loopback(name)
        && !is_placeholder(name)
}
