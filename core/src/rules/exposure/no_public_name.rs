//! X16: a public service without any public name.

use crate::diagnostics::Safety;
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
    /// The name under onrender.com may go only when there is another one. Render refuses the policy, or nobody can call
    /// the service.
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
    /// A service that nobody outside should call is a private service.
    ///
    /// ## When to ignore it
    ///
    /// When its domain was added in the Dashboard.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "no-public-name",
    summary: "no name under onrender.com, and no other",
    severity: Warning,
    category: Exposure,
    certainty: Documented,
    facts: ["X16"],
    fixes: true,
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
                        "`{}` has no public name left: no domain, and onrender.com is off",
                        resource.label()
                    ),
                    "add a domain, drop the policy, or make it a private service",
                )
                .on(context, resource.id)
                .fix(
                    "drop the policy",
                    Safety::Unsafe,
                    context.drop_setting(resource, "renderSubdomainPolicy"),
                ),
            );
        }
    }
}
