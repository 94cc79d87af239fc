//! O07, O08: an address with a port on which the service does not listen.

use crate::diagnostics::Safety;
use crate::graph::{Sibling, place_in_value};
use crate::lint::{Context, Finding, hosts_in_values};
use crate::model::Resource;
use crate::platform::{DEFAULT_PORT, Kind};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds literal addresses of services in the file with a port other than the service's `PORT`. It is silent if the
    /// service mentions the port elsewhere, because it may listen on both, and for port 10000 of a web service: private
    /// traffic to it reaches the HTTP server, whatever port that binds.
    ///
    /// ## Why it matters
    ///
    /// The connection is refused. A reference to `hostport` always holds the right port.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: API_HOSTPORT
    ///         value: api-x1y2:10000 # blueprint-lens: allow(internal-host-literal) it exists
    ///   - type: pserv
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: PORT
    ///         value: 8080
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: API_HOSTPORT
    ///         fromService:
    ///           name: api
    ///           type: pserv
    ///           property: hostport
    ///   - type: pserv
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: PORT
    ///         value: 8080
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the service listens on several ports.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "guessed-port",
    summary: "a port on which the called service does not listen",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["O07", "O08"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for found in hosts_in_values(context) {
        let (Some(port), Some(Sibling::Internal(target))) =
            (found.literal.port, found.sibling(context))
        else {
            continue;
        };
        let target = context.blueprint.resource(target);
        if !matches!(target.kind.kind(), Some(Kind::Web | Kind::PrivateService)) {
            continue;
        }
        // Private traffic to this port of a web service reaches its HTTP server, whatever port that binds.
        if port == DEFAULT_PORT && target.kind.kind() == Some(Kind::Web) {
            continue;
        }
        let Some(stated) = target.stated_port().filter(|stated| *stated != port) else { continue };
        if names_port(target, port) {
            continue;
        }
        // The port comes after the host and a colon.
        let start = found.literal.at.end + 1;
        let place =
            place_in_value(context.text, found.value, start..start + port.to_string().len());
        let exact = place != found.value.span && place.slice(context.text) == port.to_string();
        let edit = exact.then(|| TextEdit::replace(place, stated.to_string()));
        let mut finding = Finding::new(
            place,
            found.path(),
            format!("`{}` listens on {stated}, not on {port}", target.label()),
            "use a reference to `hostport`, which always holds the right port",
        )
        .facts(if port == DEFAULT_PORT { &["O07", "O08"] } else { &["O08"] })
        .on_owner(context, found.owner)
        .fix(format!("write {stated}"), Safety::Unsafe, edit.into_iter().collect());
        if let Some(var) = target.env_vars.iter().find(|var| var.key.text() == Some("PORT")) {
            finding = finding.related(var.span, format!("`{}` sets its port here", target.label()));
        }
        findings.push(finding);
    }
}

/// Whether a command or another variable of a service contains that number: a second port.
fn names_port(resource: &Resource, port: u16) -> bool {
    let holds = |text: &str| {
        text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.parse() == Ok(port))
    };
    let commands = ["startCommand", "dockerCommand"]
        .into_iter()
        .filter_map(|name| resource.settings.text(name));
    let values = resource.env_vars.iter().filter(|var| var.key.text() != Some("PORT"));
    let values = values.filter_map(|var| Some(var.value.value()?.text.as_str()));
    commands.chain(values).any(holds)
}
