//! N16, X18: who can reach a resource on the private network.

use crate::graph::Placement;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Notes, once per file for each kind, which services can reach a private service or a Key Value instance.
    ///
    /// ## Why it matters
    ///
    /// The private network is one trust zone: every service of the workspace in that region can connect to every other,
    /// including those of other Blueprints. A Key Value instance asks for no password there. The application must check
    /// its callers: with tokens, keys or mutual TLS. For Key Value, enable internal authentication in the Dashboard.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: payments
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         networking:
    ///           isolation: enabled
    ///         services:
    ///           - type: pserv
    ///             name: payments
    ///             runtime: docker
    /// ```
    ///
    /// Isolation limits access to one environment; authentication limits it to one caller.
    ///
    /// ## When to ignore it
    ///
    /// When the application authenticates its callers. This rule is off by default.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "trusted-network",
    summary: "who can reach a resource on the private network",
    severity: Info,
    category: Network,
    certainty: Documented,
    facts: ["N16", "X18"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

/// The kinds that trust every caller, with the fact and the remedy.
const TRUSTING: [(Kind, &[&str], &str); 2] = [
    (
        Kind::PrivateService,
        &["N16"],
        "authenticate callers in the application (tokens, keys, mutual TLS), or isolate the environment",
    ),
    (
        Kind::KeyValue,
        &["N16", "X18"],
        "enable internal authentication in the Dashboard, or isolate the environment",
    ),
];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (kind, facts, help) in TRUSTING {
        findings.extend(first_of(context, kind, facts, help));
    }
}

/// The note about the first resource of a kind.
fn first_of(
    context: &Context<'_>,
    kind: Kind,
    facts: &'static [&'static str],
    help: &str,
) -> Option<Finding> {
    let blueprint = context.blueprint;
    let resource = context.resources.iter().find(|resource| {
        resource.kind.kind() == Some(kind) && !blueprint.is_isolated(resource.scope)
    })?;
    let node = context.network.node(context.node(resource.id)?);
    let Placement::Region(region) = node.placement else { return None };
    let others = context
        .network
        .nodes()
        .filter(|(_, other)| {
            other.placement == node.placement
                && other.id != node.id
                && other.resource_kind().is_some_and(Kind::sends)
                && !other.scope.is_some_and(|scope| blueprint.is_isolated(scope))
        })
        .count();
    let from_here = match others {
        0 => String::new(),
        1 => ", including one in this file".to_owned(),
        n => format!(", including {n} in this file"),
    };
    let message = format!(
        "`{}` trusts every service of the workspace in {}{from_here}",
        resource.label(),
        region.id()
    );
    Some(Finding::on_head(context, resource, message, help).facts(facts))
}
