//! N23: a route of a static site that leads nowhere.

use crate::conventions::is_stand_in;
use crate::graph::{CauseKind, EdgeClass, NodeRef};
use crate::lint::{Context, Finding, declared_here};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `routes` of a static site whose destination is an internal address, the onrender.com name of a service that
    /// has no public address, or a stand-in such as `https://your-api.onrender.com`.
    ///
    /// ## Why it matters
    ///
    /// A redirect sends the browser there, and a rewrite Render's content delivery network. Neither is on a private
    /// network, so nothing answers.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: static
    ///     staticPublishPath: dist
    ///     routes:
    ///       - type: rewrite
    ///         source: /api/*
    ///         destination: http://api:10000/*
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
    ///     runtime: static
    ///     staticPublishPath: dist
    ///     routes:
    ///       - type: rewrite
    ///         source: /api/*
    ///         destination: https://api.example.com/*
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     domains:
    ///       - api.example.com
    /// ```
    ///
    /// Write the public address of a web service: `https://<its name>.onrender.com/*`, as the Dashboard shows it, or its
    /// own domain. To reach a private service, call a web service that passes the request on.
    ///
    /// ## When to ignore it
    ///
    /// Never: nothing answers at that address.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Static Site Redirects and Rewrites](https://render.com/docs/redirects-rewrites), read 2026-09
    code: "unreachable-route",
    summary: "a route that leads to no public address",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["N23"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, _, to, edge) in context.edges() {
        for cause in edge.causes.iter().filter(|cause| cause.kind == CauseKind::Route) {
            let Some(why) = obstacle(context, to, edge.class) else { continue };
            let mut finding = Finding::new(
                cause.span,
                cause.path.clone(),
                why,
                "send it to the public address of a web service, which can make the private call",
            )
            .on_edge(context, cause.consumer, edge);
            if let Some(target) = context.network.node(to).resource {
                let target = context.blueprint.resource(target);
                finding = finding.related(target.head(), declared_here(target));
            }
            findings.push(finding);
        }
    }
    for site in context.of_kinds(&[Kind::Static]) {
        let destinations = site.settings.iter().filter(|setting| {
            setting.name.starts_with("routes[") && setting.name.ends_with("].destination")
        });
        for destination in destinations {
            let Some(host) = destination.text().and_then(stand_in) else { continue };
            findings.push(Finding::on_setting(
                context,
                site,
                destination,
                format!("`{host}` is a stand-in, not an address"),
                "write the public address of the service, as the Dashboard shows it",
            ));
        }
    }
}

/// Why nothing answers at the end of a route.
fn obstacle(context: &Context<'_>, to: NodeRef, class: EdgeClass) -> Option<String> {
    let node = context.network.node(to);
    let kind = node.resource_kind();
    match class {
        EdgeClass::Private => Some(format!(
            "a route leads to an internal address of `{}`, which neither a browser nor Render's edge can reach",
            node.name
        )),
        EdgeClass::Public if node.is_declared() && !kind.is_some_and(Kind::has_public_name) => {
            let kind = kind.map_or("something of unknown kind", Kind::a_words);
            Some(format!("`{}` is {kind}, which has no public address", node.name))
        }
        _ => None,
    }
}

/// The host of a URL, when it is one that somebody was to replace.
fn stand_in(destination: &str) -> Option<&str> {
    let (_, rest) = destination.split_once("://")?;
    let host = rest.split('/').next().unwrap_or(rest);
    let label = host.split('.').next().unwrap_or(host);
    // A variable is reported by another rule.
    (is_stand_in(label) && !host.contains('$')).then_some(host)
}
