//! X06: a web service or static site with an empty allow list.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `ipAllowList: []` on web services and static sites.
    ///
    /// ## Why it matters
    ///
    /// For a datastore an empty list means "private only". Here it means that Render answers every public request with
    /// 403.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// A service that must not be public should be a private service.
    ///
    /// ## When to ignore it
    ///
    /// When it is closed on purpose for a while.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Inbound IP Rules](https://render.com/docs/inbound-ip-rules), read 2026-09
    code: "closed-site",
    summary: "a public service that rejects every request",
    severity: Warning,
    category: Exposure,
    certainty: Documented,
    facts: ["X06"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        let public = resource.kind.kind().is_some_and(Kind::has_public_name);
        let Some(list) =
            resource.ip_allow_list.present().filter(|list| public && list.value.is_empty())
        else {
            continue;
        };
        findings.push(
            Finding::new(
                list.span,
                format!("{}.ipAllowList", resource.path),
                format!("`{}` answers 403 to everybody: its allow list is empty", resource.label()),
                "list the ranges that may connect, remove the field, or make it a private service",
            )
            .on(context, resource.id),
        );
    }
}
