//! N16, X18: whom a private network trusts.

use crate::graph::Placement;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Notes, once per file each, who else can reach a private service and a Key Value instance.
    ///
    /// ## Why it matters
    ///
    /// The private network is one trust zone: every service of the workspace in that region can open a connection to
    /// every other, those of other Blueprints included. A Key Value instance asks for no password there. Who may do
    /// what is for the application to check: with tokens, keys or mutual TLS. For Key Value, the Dashboard switches on
    /// internal authentication.
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
    /// Isolation narrows the zone to one environment; authentication narrows it to one caller.
    ///
    /// ## When to ignore it
    ///
    /// When the application authenticates its callers. It is off unless asked for.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "trusted-network",
    summary: "who else is on the private network",
    severity: Info,
    category: Network,
    certainty: Documented,
    facts: ["N16", "X18"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

/// The kinds that trust whoever reaches them, with the fact and what to do.
const TRUSTING: [(Kind, &[&str], &str); 2] = [
    (
        Kind::PrivateService,
        &["N16"],
        "check callers in the application (tokens, keys, mutual TLS), or isolate the environment",
    ),
    (
        Kind::KeyValue,
        &["N16", "X18"],
        "switch on internal authentication in the Dashboard, or isolate the environment",
    ),
];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (kind, facts, help) in TRUSTING {
        findings.extend(first_of(context, kind, facts, help));
    }
}

/// What there is to say of the first resource of a kind.
fn first_of(
    context: &Context<'_>,
    kind: Kind,
    facts: &'static [&'static str],
    help: &str,
) -> Option<Finding> {
    let blueprint = context.blueprint;
    let resource = blueprint.resources.iter().find(|resource| {
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
        1 => ", one of this file among them".to_owned(),
        n => format!(", {n} of this file among them"),
    };
    let message = format!(
        "`{}` trusts every service of the workspace in {}{from_here}",
        resource.label(),
        region.id()
    );
    Some(Finding::on_head(context, resource, message, help).facts(facts))
}
