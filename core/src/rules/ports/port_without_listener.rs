//! O11: `PORT` on a service that receives no connections.

use crate::lint::{Context, Finding, kind_words};
use crate::platform::Kind;
use crate::rules::network::listening_worker::sign;

rule! {
    /// ## What it does
    ///
    /// Finds the variable `PORT` on cron jobs, workflows and background workers.
    ///
    /// ## Why it matters
    ///
    /// These services receive no connections, so the variable has no effect.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: cron
    ///     name: nightly
    ///     runtime: docker
    ///     schedule: "0 0 * * *"
    ///     envVars:
    ///       - key: PORT
    ///         value: 3000
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: cron
    ///     name: nightly
    ///     runtime: docker
    ///     schedule: "0 0 * * *"
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the program requires it.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "port-without-listener",
    summary: "`PORT` on a service that receives no connections",
    severity: Info,
    category: Network,
    certainty: Documented,
    facts: ["O11"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Cron, Kind::Workflow, Kind::Worker]) {
        // A worker that looks like a server is reported by `listening-worker`.
        if resource.kind.kind() == Some(Kind::Worker) && sign(resource).is_some() {
            continue;
        }
        for var in resource.env_vars.iter().filter(|var| var.key.text() == Some("PORT")) {
            findings.push(
                Finding::new(
                    var.key.span().unwrap_or(var.span),
                    format!("{}.key", var.path),
                    format!(
                        "`PORT` has no effect on {}, which receives no connections",
                        kind_words(resource)
                    ),
                    "remove it, or use a private service if it answers requests",
                )
                .on(context, resource.id),
            );
        }
    }
}
