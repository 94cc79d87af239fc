//! N09: a private reference across the boundary of an isolated environment.

use crate::diagnostics::Safety;
use crate::graph::{EdgeClass, Reason};
use crate::lint::{Context, Finding, ReferenceTarget, declared_here};
use crate::model::Scope;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds private references between a resource in an isolated environment and one outside it.
    ///
    /// ## Why it matters
    ///
    /// `networking.isolation: enabled` blocks private traffic into and out of the environment. Public URLs keep
    /// working; the private connection times out.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         networking:
    ///           isolation: enabled
    ///         services:
    ///           - type: worker
    ///             name: mailer
    ///             runtime: docker
    ///             envVars:
    ///               - key: PAYMENTS_ADDR
    ///                 fromService:
    ///                   type: pserv
    ///                   name: payments
    ///                   property: hostport
    /// services:
    ///   - type: pserv
    ///     name: payments
    ///     runtime: docker
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
    ///         services:
    ///           - type: worker
    ///             name: mailer
    ///             runtime: docker
    ///             envVars:
    ///               - key: PAYMENTS_ADDR
    ///                 fromService:
    ///                   type: pserv
    ///                   name: payments
    ///                   property: hostport
    ///           - type: pserv
    ///             name: payments
    ///             runtime: docker
    /// ```
    ///
    /// You can move both into one environment, call the public URL, or remove the isolation.
    ///
    /// ## When to ignore it
    ///
    /// When you are about to remove the isolation.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Projects and Environments](https://render.com/docs/projects), read 2026-09
    code: "crosses-isolation",
    summary: "a private reference across the boundary of an isolated environment",
    severity: Error,
    category: Network,
    certainty: Documented,
    facts: ["N09"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let blueprint = context.blueprint;
    for reference in context.references() {
        let (Some(ReferenceTarget::Declared(target, resolved)), Some((_, edge)), Some(name)) =
            (reference.target, context.edge_of(&reference), reference.name())
        else {
            continue;
        };
        if edge.class != EdgeClass::Private || !edge.reasons.contains(&Reason::IsolatedEnvironment)
        {
            continue;
        }
        let isolated: Vec<_> = [reference.consumer.scope, target.scope]
            .into_iter()
            .filter(|scope| blueprint.is_isolated(*scope))
            .filter_map(|scope| match scope {
                Scope::Environment(id) => Some(id),
                Scope::Root | Scope::Ungrouped => None,
            })
            .collect();
        let labels: Vec<String> =
            isolated.iter().map(|id| format!("`{}`", blueprint.environment_label(*id))).collect();
        let switches: Vec<_> =
            isolated.iter().filter_map(|id| blueprint.environment(*id).isolation.span()).collect();
        let mut finding = Finding::new(
            name.span,
            reference.path(),
            format!(
                "private traffic to `{}` crosses the boundary of the isolated environment {}",
                target.label(),
                labels.join(" and ")
            ),
            "move both into one environment, call the public URL, or remove the isolation",
        )
        .related(target.head(), declared_here(target))
        .on_reference(context, &reference);
        for switch in &switches {
            finding = finding.related(*switch, "the isolation is enabled here");
        }
        // A reference between two environments is doubtful even without isolation.
        let switches = if resolved.other_environment { Vec::new() } else { switches };
        let edits = switches.into_iter().map(|span| TextEdit::replace(span, "disabled")).collect();
        findings.push(finding.fix("remove the isolation", Safety::Unsafe, edits));
    }
}
