//! V14: previews that use a datastore from outside the file.

use crate::lint::{Context, Finding, ReferenceTarget, Via};
use crate::platform::{Kind, read_reference_kind};

rule! {
    /// ## What it does
    ///
    /// Finds references to datastores that the file does not declare, in services that have previews.
    ///
    /// ## Why it matters
    ///
    /// A preview environment copies only what the file declares. A datastore from outside is not copied: every preview
    /// reads and writes the real one, and runs the migrations of its pull request on it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders # blueprint-lens: allow(dangling-reference) another Blueprint declares it
    ///           property: connectionString
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
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders
    ///           property: connectionString
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When previews are meant to share it, for example a datastore for tests.
    ///
    /// ## References
    ///
    /// - [Preview Environments](https://render.com/docs/preview-environments), read 2026-09; that undeclared datastores are shared is inferred
    code: "preview-shares-datastore",
    summary: "previews that use a datastore from outside the file",
    severity: Info,
    category: Validator,
    certainty: Inferred,
    facts: ["V14"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (Some(ReferenceTarget::Undeclared), Some(name)) = (reference.target, reference.name())
        else {
            continue;
        };
        let datastore = match reference.via {
            Via::Database(_) => true,
            Via::Service(service) => {
                let kind =
                    service.value.kind.text().and_then(|kind| read_reference_kind(kind).kind());
                kind.is_some_and(Kind::is_datastore)
            }
        };
        let Some(previews) = context.previews_of(reference.consumer).filter(|_| datastore) else {
            continue;
        };
        findings.push(
            Finding::new(
                name.span,
                format!("{}.name", reference.path()),
                format!(
                    "previews of `{}` use the real `{}`: this file does not declare it, so it is not copied",
                    reference.consumer.label(),
                    name.value
                ),
                "declare it in this file, or make sure that previews may change it",
            )
            .related(previews, "previews are enabled here")
            .on_reference(context, &reference),
        );
    }
}
