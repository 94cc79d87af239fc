//! N21: a private address that a web service bakes into its pages.

use crate::diagnostics::Safety;
use crate::graph::{CauseKind, EdgeClass, Opener, opener};
use crate::lint::{Context, Finding, declared_here, public_address_edits};
use crate::model::{EnvVar, Resource};
use crate::platform::{Kind, Property};

rule! {
    /// ## What it does
    ///
    /// Finds variables that a front-end build bakes into the code of its pages (`NEXT_PUBLIC_…`, `VITE_…` and the like),
    /// on a web service, with a private address in them: a reference to `hostport` or `connectionString`, `host` of
    /// anything other than a web service, a copy of such an address, or an internal hostname written by hand.
    ///
    /// ## Why it matters
    ///
    /// The server that renders the pages is on the private network, but the browsers that run their code are not. They
    /// cannot reach the address.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: NEXT_PUBLIC_API_URL
    ///         fromService:
    ///           type: web
    ///           name: api
    ///           property: hostport
    ///   - type: web
    ///     name: api
    ///     runtime: docker
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
    ///       - key: NEXT_PUBLIC_API_URL
    ///         fromService:
    ///           type: web
    ///           name: api
    ///           envVarKey: RENDER_EXTERNAL_URL
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When only the server reads the variable. Give it a name without the prefix then.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "private-address-in-browser",
    summary: "a private address that a web service bakes into its pages",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["N21", "W36"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, _, to, edge) in context.edges() {
        let Some(target) = context.network.node(to).resource else { continue };
        if edge.class != EdgeClass::Private {
            continue;
        }
        let target = context.blueprint.resource(target);
        for cause in &edge.causes {
            let consumer = context.blueprint.resource(cause.consumer);
            // Another rule is about static sites, which cannot do anything else.
            let is_site = consumer.kind.kind() == Some(Kind::Static);
            if is_site || opener(consumer, Some(&cause.variable)) != Opener::Page {
                continue;
            }
            let var = context.service_var_at(cause.entry);
            // A password that goes with the address is worse, and a property that does not exist comes first: other rules
            // report them.
            if is_host_of_web(var, target) || holds_password(var) || asks_for_nothing(var) {
                continue;
            }
            let message = format!(
                "`{}` goes into pages, but a browser cannot reach an internal address of `{}`",
                cause.variable,
                target.label()
            );
            let public = target.kind.kind() == Some(Kind::Web);
            let help = if public {
                "give the pages its public address, with `envVarKey: RENDER_EXTERNAL_URL`"
            } else {
                "give the pages the address of a web service, which makes the private call"
            };
            let reference = var.and_then(|var| var.from_service.present());
            let edits = reference
                .filter(|_| public && cause.kind == CauseKind::Service)
                .map(|reference| public_address_edits(Some(&cause.variable), reference));
            let mut finding = Finding::new(cause.span, cause.path.clone(), message, help)
                .facts(if cause.kind == CauseKind::Copied { &["N21", "W36"] } else { &["N21"] })
                .related(target.head(), declared_here(target))
                .on_edge(context, consumer.id, edge)
                .fix("use its public address", Safety::Unsafe, edits.unwrap_or_default());
            if let Some(source) = &cause.source {
                let note =
                    format!("`{}` holds the address of `{}`", source.variable, target.label());
                finding = finding.related(source.span, note);
            }
            findings.push(finding);
        }
    }
}

/// Whether a variable gets a connection string, with the password in it.
fn holds_password(var: Option<&EnvVar>) -> bool {
    let Some(var) = var else { return false };
    let of_service = var.from_service.present().and_then(|one| one.value.property.text());
    let of_database = var.from_database.present().and_then(|one| one.value.property.text());
    [of_service, of_database]
        .into_iter()
        .flatten()
        .any(|property| matches!(property, "connectionString" | "connectionPoolString"))
}

/// Whether a reference to a service asks for a property that does not exist.
fn asks_for_nothing(var: Option<&EnvVar>) -> bool {
    let reference = var.and_then(|var| var.from_service.present());
    let property = reference.and_then(|reference| reference.value.property.text());
    property.is_some_and(|property| Property::parse(property).is_none())
}

/// Whether a variable holds only the `host` of a web service: code builds its public address from it.
fn is_host_of_web(var: Option<&EnvVar>, target: &Resource) -> bool {
    let reference = var.and_then(|var| var.from_service.present());
    let property = reference.and_then(|reference| reference.value.property.text());
    property == Some(Property::Host.id()) && target.kind.kind() == Some(Kind::Web)
}
