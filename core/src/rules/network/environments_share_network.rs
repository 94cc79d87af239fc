//! N17: environments that can reach each other.

use crate::diagnostics::Safety;
use crate::emit;
use crate::graph::EdgeClass;
use crate::lint::{Context, Finding};
use crate::model::{EnvironmentId, Scope};
use crate::platform::Region;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds files with several environments in one region, none of them isolated.
    ///
    /// ## Why it matters
    ///
    /// Environments group resources but do not separate them. All environments of one region share its private network,
    /// so a service in staging can reach the production database.
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
    ///         databases:
    ///           - name: orders-staging
    ///             ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         networking:
    ///           isolation: enabled
    ///         databases:
    ///           - name: orders
    ///             ipAllowList: []
    ///       - name: staging
    ///         databases:
    ///           - name: orders-staging
    ///             ipAllowList: []
    /// ```
    ///
    /// Isolation needs a Pro workspace or higher.
    ///
    /// ## When to ignore it
    ///
    /// When the environments trust each other, or authenticate each call.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "environments-share-network",
    summary: "environments on one private network, none isolated",
    severity: Info,
    category: Network,
    certainty: Documented,
    facts: ["N17"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let blueprint = context.blueprint;
    let ids = || context.environments().map(|(id, _)| id);
    let stated_open = |id: EnvironmentId| {
        let isolation = &blueprint.environment(id).isolation;
        isolation.is_absent() || isolation.text() == Some("disabled")
    };
    if !ids().all(stated_open) {
        return;
    }
    let pair = ids().find_map(|second| {
        ids()
            .take_while(|id| *id < second)
            .find_map(|first| Some((first, second, shared_region(context, first, second)?)))
    });
    let Some((first, second, region)) = pair else { return };
    let (one, two) = (blueprint.environment(first), blueprint.environment(second));
    let span = two.name.span().unwrap_or(two.span);
    findings.push(
        Finding::new(
            span,
            two.path.clone(),
            format!(
                "`{}` and `{}` share the private network of {}",
                blueprint.environment_label(first),
                blueprint.environment_label(second),
                region.id()
            ),
            "each can reach the other; `networking.isolation: enabled` closes an environment (Pro workspaces and higher)",
        )
        .related(one.name.span().unwrap_or(one.span), "the other environment")
        .fix(
            format!("isolate `{}`", blueprint.environment_label(first)),
            Safety::Unsafe,
            isolate(context, first).into_iter().collect(),
        ),
    );
}

/// A region on whose private network both environments have a resource.
fn shared_region(
    context: &Context<'_>,
    first: EnvironmentId,
    second: EnvironmentId,
) -> Option<Region> {
    let regions = |id: EnvironmentId| {
        context
            .network
            .nodes()
            .filter(move |(_, node)| node.environment == Some(id))
            .filter_map(|(_, node)| node.placement.region())
    };
    regions(first).find(|region| regions(second).any(|other| other == *region))
}

/// Enables the isolation of an environment, unless that would break a connection.
fn isolate(context: &Context<'_>, id: EnvironmentId) -> Option<TextEdit> {
    let scope = Some(Scope::Environment(id));
    let cuts = context.network.edges().any(|(_, from, to, edge)| {
        let (from, to) = (context.network.node(from), context.network.node(to));
        edge.class == EdgeClass::Private && (from.scope == scope) != (to.scope == scope)
    });
    let environment = context.blueprint.environment(id);
    if cuts {
        return None;
    }
    if let Some(stated) = environment.isolation.present() {
        return Some(TextEdit::replace(stated.span, "enabled"));
    }
    let name = environment.keys.iter().find(|key| key.name == "name")?;
    let editor = context.editor();
    if environment.keys.iter().any(|key| key.name == "networking") || !editor.starts_line(name.span)
    {
        return None;
    }
    let indent = editor.indent_at(name.span.start());
    let isolation = [("isolation", "enabled")];
    editor.add_entry(name, &emit::entry("networking", &isolation, &indent, editor.line_break))
}
