//! C37: a maintenance page that cannot be displayed.

use crate::lint::{Context, Finding};
use crate::model::Resource;
use crate::platform::{Kind, ONRENDER_SUFFIX};

rule! {
    /// ## What it does
    ///
    /// Finds `maintenanceMode.uri` that is not an absolute URL, or that is on the service itself.
    ///
    /// ## Why it matters
    ///
    /// The page must be on another service or site: in maintenance mode, the service itself answers no requests.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     domains: [shop.example.com]
    ///     maintenanceMode:
    ///       enabled: true
    ///       uri: https://shop.example.com/sorry
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     domains: [shop.example.com]
    ///     maintenanceMode:
    ///       enabled: true
    ///       uri: https://status.example.com/sorry
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "maintenance-page",
    summary: "a maintenance page that cannot be displayed",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["C37"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web]) {
        let Some(setting) = resource.settings.filled("maintenanceMode.uri") else { continue };
        let Some(uri) = setting.text() else { continue };
        let host = ["https://", "http://"].iter().find_map(|scheme| uri.strip_prefix(scheme));
        let host = host.map(|rest| rest.split(['/', ':', '?', '#']).next().unwrap_or_default());
        let (message, help) = match host {
            None | Some("") => {
                (format!("`{uri}` is not an absolute URL"), "start it with `https://`")
            }
            Some(host) if is_own(resource, host) => (
                format!(
                    "`{uri}` is on `{}` itself, which answers no requests in maintenance mode",
                    resource.label()
                ),
                "put the page on another service",
            ),
            Some(_) => continue,
        };
        findings.push(Finding::on_setting(context, resource, setting, message, help));
    }
}

fn is_own(resource: &Resource, host: &str) -> bool {
    let mut domains =
        resource.domains.value().into_iter().flatten().map(|(domain, _)| domain.as_str());
    let subdomain = host.strip_suffix(ONRENDER_SUFFIX);
    domains.any(|domain| domain == host)
        || (subdomain.is_some() && subdomain == resource.name.text())
}
