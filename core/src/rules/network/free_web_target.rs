//! N01, W36: a private reference to a free web service.

use crate::diagnostics::{Safety, Severity};
use crate::graph::{EdgeClass, Reason};
use crate::lint::{Context, Finding, asks_only_for_host, copied_addresses, declared_here};
use crate::platform::{Kind, cheapest_paid_plan};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds private references to a web service with `plan: free`, also where a variable copies the address with
    /// `envVarKey`.
    ///
    /// ## Why it matters
    ///
    /// A free web service can send private traffic but receives none. The connection is refused or times out. A
    /// reference to `host` alone is a warning, because the code may build the public address from it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: web
    ///           name: hobby
    ///           property: hostport
    ///   - type: web
    ///     name: hobby
    ///     runtime: docker
    ///     plan: free
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: web
    ///           name: hobby
    ///           property: hostport
    ///   - type: web
    ///     name: hobby
    ///     runtime: docker
    ///     plan: starter
    /// ```
    ///
    /// Or make it a private service.
    ///
    /// ## When to ignore it
    ///
    /// When the code appends `.onrender.com` to the host.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Deploy for Free](https://render.com/docs/free), read 2026-09
    code: "free-web-target",
    summary: "a private reference to a free web service",
    severity: Error,
    category: Network,
    certainty: Documented,
    facts: ["N01", "W36"],
    fixes: true,
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
        let free =
            edge.class == EdgeClass::Private && edge.reasons.contains(&Reason::ReceiverFreeWeb);
        if !free || reference.consumer.kind.kind() == Some(Kind::Static) {
            continue;
        }
        let paid = target.plan.span().zip(cheapest_paid_plan(Kind::Web));
        findings.push(
            Finding::new(
                name.span,
                reference.path(),
                format!("`{}` is a free web service, which receives no private traffic", target.label()),
                "give it a paid plan, make it a private service (`type: pserv`), or call its public URL",
            )
            .facts(&["N01"])
            .severity(if asks_only_for_host(&reference) { Severity::Warning } else { Severity::Error })
            .related(target.plan.span().unwrap_or(target.head()), declared_here(target))
            .on_reference(context, &reference)
            .fix(
                format!("give `{}` a paid plan", target.label()),
                Safety::Unsafe,
                paid.map(|(span, plan)| TextEdit::replace(span, plan)).into_iter().collect(),
            ),
        );
    }
    for copied in copied_addresses(context) {
        let free = copied.edge.reasons.contains(&Reason::ReceiverFreeWeb);
        if !free || copied.consumer.kind.kind() == Some(Kind::Static) {
            continue;
        }
        let target = copied.target;
        findings.push(
            Finding::new(
                copied.cause.span,
                copied.path(),
                format!(
                    "`{}` copies an internal address of `{}`, a free web service, which receives no private traffic",
                    copied.cause.variable,
                    target.label()
                ),
                "give it a paid plan, make it a private service (`type: pserv`), or call its public URL",
            )
            .facts(&["N01", "W36"])
            .related(copied.source.span, copied.written_here(context))
            .related(target.plan.span().unwrap_or(target.head()), declared_here(target))
            .on_edge(context, copied.consumer.id, copied.edge),
        );
    }
}
