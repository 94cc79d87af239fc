//! V09: a preview that uses the production domain.

use crate::graph::{Opener, opener};
use crate::lint::{Context, Finding, VariableOwner, hosts_in_values};

rule! {
    /// ## What it does
    ///
    /// Finds values with a custom domain of the same file, on services that have previews, without `previewValue`.
    ///
    /// ## Why it matters
    ///
    /// Previews get the same value, so they talk to production. Values for allowed origins and similar settings are not
    /// reported.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     domains: [api.example.com]
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: ORDERS_API
    ///         value: https://api.example.com
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     domains: [api.example.com]
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: ORDERS_API
    ///         fromService:
    ///           type: web
    ///           name: api
    ///           property: hostport
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When previews are meant to use production.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "production-address-in-previews",
    summary: "a preview that uses the production domain",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["V09"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let domains: Vec<(&str, &str)> = context
        .blueprint
        .resources
        .iter()
        .flat_map(|resource| {
            let domains = resource.domains.value().into_iter().flatten();
            domains.map(move |(domain, _)| (domain.as_str(), resource.label()))
        })
        .collect();
    if domains.is_empty() {
        return;
    }
    for host in hosts_in_values(context) {
        let VariableOwner::Resource(resource) = host.owner else { continue };
        let Some(previews) = context.previews_of(resource) else { continue };
        // An address that the service only compares with, or gives away, is no call.
        let calls = matches!(opener(resource, host.var.key.text()), Opener::Server | Opener::Page);
        let Some((domain, target)) =
            domains.iter().find(|(domain, _)| *domain == host.literal.host.name)
        else {
            continue;
        };
        if !host.var.preview_value.is_absent() || !calls {
            continue;
        }
        findings.push(
            Finding::new(
                host.host_span(context),
                host.path(),
                format!("previews of `{}` use the production domain `{domain}`", resource.label()),
                format!("refer to `{target}`, or give the variable a `previewValue`"),
            )
            .related(previews, "previews are enabled here")
            .on(context, resource.id),
        );
    }
}
