//! N13: a private service that nothing in the file calls.

use crate::graph::EdgeClass;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds private services that no variable in the file refers to.
    ///
    /// ## Why it matters
    ///
    /// A private service exists to be called. Without callers it may really be a background worker: a private service
    /// must bind a port, a worker need not. Callers outside the file are unknown.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: jobs
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When it is called from outside the file. This rule is off by default.
    ///
    /// ## References
    ///
    /// - [Private Services](https://render.com/docs/private-services), read 2026-09
    code: "unreferenced-private-service",
    summary: "a private service that nothing in the file calls",
    severity: Info,
    category: Network,
    certainty: Observed,
    facts: ["N13"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources.iter().filter(|r| r.kind.kind() == Some(Kind::PrivateService))
    {
        let Some(node) = context.node(resource.id) else { continue };
        let called = context
            .network
            .incoming(node)
            .any(|(edge, _)| context.network.edge(edge).class != EdgeClass::Ingress);
        if !called {
            findings.push(
                Finding::new(
                    resource.head(),
                    resource.path.clone(),
                    format!(
                        "nothing in this file refers to the private service `{}`",
                        resource.label()
                    ),
                    "if it listens on no port, use `type: worker`",
                )
                .on(context, resource.id),
            );
        }
    }
}
