//! N10: a reference that resolves only in another environment.

use crate::graph::{EdgeClass, Reason};
use crate::lint::{Context, Finding, Reference, ReferenceTarget, declared_here};
use crate::model::Scope;

rule! {
    /// ## What it does
    ///
    /// Finds references to a resource that is declared only in another environment of the file.
    ///
    /// ## Why it matters
    ///
    /// Render looks for names in the same environment, or at the root of a file without projects. Its material
    /// contradicts itself on anything beyond that: one page says that a reference into another environment is not
    /// supported, another requires only that the resource exists in the workspace.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         databases:
    ///           - name: orders
    ///             ipAllowList: []
    ///       - name: staging
    ///         services:
    ///           - type: web
    ///             name: api
    ///             runtime: docker
    ///             envVars:
    ///               - key: DATABASE_URL
    ///                 fromDatabase:
    ///                   name: orders
    ///                   property: connectionString
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         databases:
    ///           - name: orders
    ///             ipAllowList: []
    ///       - name: staging
    ///         services:
    ///           - type: web
    ///             name: api
    ///             runtime: docker
    ///             envVars:
    ///               - key: DATABASE_URL
    ///                 fromDatabase:
    ///                   name: orders-staging
    ///                   property: connectionString
    ///         databases:
    ///           - name: orders-staging
    ///             ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When a sync has shown that the reference resolves, and you intend to share the resource.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Projects and Environments](https://render.com/docs/projects), read 2026-09
    code: "cross-environment-reference",
    summary: "a reference into another environment",
    severity: Warning,
    category: Network,
    certainty: Observed,
    facts: ["N10"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(context.references().filter_map(|reference| finding(context, &reference)));
}

fn finding(context: &Context<'_>, reference: &Reference<'_>) -> Option<Finding> {
    let Some(ReferenceTarget::Declared(target, resolved)) = reference.target else { return None };
    let name = reference.name()?;
    // If isolation also blocks the connection, that is worse, and `crosses-isolation` reports it.
    let closed = context.edge_of(reference).is_some_and(|(_, edge)| {
        edge.class == EdgeClass::Private && edge.reasons.contains(&Reason::IsolatedEnvironment)
    });
    if !resolved.other_environment || closed {
        return None;
    }
    let place = |scope: Scope| match scope {
        Scope::Root(_) => "at the root".to_owned(),
        Scope::Ungrouped(_) => "under `ungrouped`".to_owned(),
        Scope::Environment(id) => format!("in `{}`", context.blueprint.environment_label(id)),
    };
    let (here, there) = (place(reference.consumer.scope), place(target.scope));
    Some(
        Finding::new(
            name.span,
            format!("{}.name", reference.path()),
            format!("`{}` is declared {there}, but not {here}", name.value),
            format!("Render looks for names in one environment: declare one {here}, or check that the sync finds this one"),
        )
        .related(target.head(), declared_here(target))
        .on_reference(context, reference),
    )
}
