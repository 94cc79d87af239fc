//! X16: a public service without a public name.

use crate::lint::{Context, Finding};
use crate::model::Field;
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds web services and static sites with `renderSubdomainPolicy: disabled` and no `domains`.
    ///
    /// ## Why it matters
    ///
    /// You can disable the onrender.com name only if there is another one. Render rejects the policy, or nobody can
    /// reach the service.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     renderSubdomainPolicy: disabled
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     domains:
    ///       - shop.example.com
    ///     renderSubdomainPolicy: disabled
    /// ```
    ///
    /// A service that must not be public should be a private service.
    ///
    /// ## When to ignore it
    ///
    /// When you added its domain in the Dashboard.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "no-public-name",
    summary: "a public service without a public name",
    severity: Warning,
    category: Exposure,
    certainty: Documented,
    facts: ["X16"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::Static]) {
        let policy = resource.render_subdomain_policy.present();
        let Some(policy) = policy.filter(|policy| policy.value == "disabled") else { continue };
        let none = match &resource.domains {
            Field::Absent => true,
            Field::Present(domains) => domains.value.is_empty(),
            Field::Malformed(_) => false,
        };
        if none {
            findings.push(
                Finding::new(
                    policy.span,
                    format!("{}.renderSubdomainPolicy", resource.path),
                    format!(
                        "`{}` has no public name: no domain, and its onrender.com name is disabled",
                        resource.label()
                    ),
                    "add a domain, remove the policy, or make it a private service",
                )
                .on(context, resource.id),
            );
        }
    }
}
