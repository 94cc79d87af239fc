//! X05: an allow list that not every workspace can use.

use crate::lint::{Context, Finding, kind_words};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `ipAllowList` on web services and static sites.
    ///
    /// ## Why it matters
    ///
    /// IP rules for services need a Scale or Enterprise workspace. Any other workspace rejects the field. Allow lists
    /// of databases and Key Value instances work everywhere.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: admin
    ///     runtime: docker
    ///     ipAllowList:
    ///       - source: 203.0.113.0/28
    ///         description: office
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: admin
    ///     runtime: docker
    /// ```
    ///
    /// A private service cannot be reached from the internet, in any workspace.
    ///
    /// ## When to ignore it
    ///
    /// In a Scale or Enterprise workspace. If you configure the workspace plan, the rule takes it into account.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "allow-list-needs-scale",
    summary: "an allow list of a service, which needs a Scale workspace",
    severity: Info,
    category: Exposure,
    certainty: Documented,
    facts: ["X05"],
    fixes: false,
    since: "0.1.0",
    workspace_plan: Scale,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::Static]) {
        let Some(list) = resource.ip_allow_list.present() else { continue };
        findings.push(
            Finding::new(
                list.key,
                format!("{}.ipAllowList", resource.path),
                format!(
                    "an allow list on {} needs a Scale or Enterprise workspace",
                    kind_words(resource)
                ),
                "in any other workspace remove it, or make it a private service",
            )
            .on(context, resource.id),
        );
    }
}
