//! R02: a static site with a `region`.

use crate::diagnostics::Safety;
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `region` on a static site.
    ///
    /// ## Why it matters
    ///
    /// Static sites are served from everywhere and are not on a private network. Render rejects the field.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: docs
    ///     runtime: static
    ///     staticPublishPath: dist
    ///     region: oregon
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: docs
    ///     runtime: static
    ///     staticPublishPath: dist
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "region-on-static-site",
    summary: "a region on a static site",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["R02"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::Service(Kind::Static), &["region"], Pattern::Unknown)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        let Some(region) =
            resource.written("region").filter(|_| resource.kind.kind() == Some(Kind::Static))
        else {
            continue;
        };
        let remove = context.editor().remove_entry(&resource.keys, "region");
        findings.push(
            Finding::new(
                region.span,
                format!("{}.region", resource.path),
                "a static site has no region",
                "remove it: static sites are served from everywhere, outside every private network",
            )
            // The official schema may read the site as a server, which has a region.
            .category(context.refused_by(region.span))
            .on(context, resource.id)
            .fix("remove `region`", Safety::Safe, remove.into_iter().collect()),
        );
    }
}
