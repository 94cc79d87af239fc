//! N09, W36: a private reference across the boundary of an isolated environment.

use crate::diagnostics::Severity;
use crate::graph::{EdgeClass, Reason};
use crate::lint::{
    Context, Finding, asks_only_for_host, copied_addresses, declared_here, or_public_way,
};
use crate::model::{Blueprint, Resource, Scope};
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds private references between a resource in an isolated environment and one outside it, also where a variable
    /// copies the address with `envVarKey`. The `host` of a web service alone is only a warning: code can build its public
    /// address from it.
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
    facts: ["N09", "W36"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (Some(target), Some((_, edge)), Some(name)) =
            (reference.declared(), context.edge_of(&reference), reference.name())
        else {
            continue;
        };
        if edge.class != EdgeClass::Private || !edge.reasons.contains(&Reason::IsolatedEnvironment)
        {
            continue;
        }
        let border = Border::new(context.blueprint, reference.consumer, target);
        let message = format!(
            "private traffic to `{}` crosses the boundary of the isolated environment {}",
            target.label(),
            border.labels
        );
        let finding =
            Finding::new(name.span, reference.path(), message, Border::help(context, target))
                .severity(if asks_only_for_host(&reference) {
                    Severity::Warning
                } else {
                    Severity::Error
                })
                .facts(&["N09"])
                .related(target.head(), declared_here(target))
                .on_reference(context, &reference);
        findings.push(border.mark(finding));
    }
    for copied in copied_addresses(context) {
        if !copied.edge.reasons.contains(&Reason::IsolatedEnvironment) {
            continue;
        }
        let target = copied.target;
        let border = Border::new(context.blueprint, copied.consumer, target);
        let message = format!(
            "`{}` copies an internal address of `{}`, beyond the boundary of the isolated environment {}",
            copied.cause.variable,
            target.label(),
            border.labels
        );
        let help = Border::help(context, target);
        let finding = Finding::new(copied.cause.span, copied.path(), message, help)
            .facts(&["N09", "W36"])
            .related(copied.source.span, copied.written_here(context))
            .related(target.head(), declared_here(target))
            .on_edge(context, copied.consumer.id, copied.edge);
        findings.push(border.mark(finding));
    }
}

/// The boundary between two resources.
struct Border {
    /// The isolated environments, for people.
    labels: String,
    /// Where each isolation is enabled.
    switches: Vec<Span>,
}

impl Border {
    fn new(blueprint: &Blueprint, consumer: &Resource, target: &Resource) -> Self {
        let isolated: Vec<_> = [consumer.scope, target.scope]
            .into_iter()
            .filter(|scope| blueprint.is_isolated(*scope))
            .filter_map(|scope| match scope {
                Scope::Environment(id) => Some(id),
                Scope::Root(_) | Scope::Ungrouped(_) => None,
            })
            .collect();
        let labels: Vec<String> =
            isolated.iter().map(|id| format!("`{}`", blueprint.environment_label(*id))).collect();
        let switches =
            isolated.iter().filter_map(|id| blueprint.environment(*id).isolation.span()).collect();
        Self { labels: labels.join(" and "), switches }
    }

    fn help(context: &Context<'_>, target: &Resource) -> String {
        let public = or_public_way(context, target);
        format!("move both into one environment, or give up the isolation{public}")
    }

    fn mark(&self, finding: Finding) -> Finding {
        let mark = |finding: Finding, switch: &Span| {
            finding.related(*switch, "the isolation is enabled here")
        };
        self.switches.iter().fold(finding, mark)
    }
}
