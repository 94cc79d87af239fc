//! O11: a port on a job that nobody can call.

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
    /// These kinds take no requests, so the variable does nothing.
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
    /// When the program insists on it.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "port-without-listener",
    summary: "`PORT` on a job that nobody can call",
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
        // A worker that looks like a server is told so by its type.
        if resource.kind.kind() == Some(Kind::Worker) && sign(resource).is_some() {
            continue;
        }
        for var in resource.env_vars.iter().filter(|var| var.key.text() == Some("PORT")) {
            findings.push(
                Finding::new(
                    var.key.span().unwrap_or(var.span),
                    format!("{}.key", var.path),
                    format!("`PORT` brings no traffic to {}", kind_words(resource)),
                    "drop it, or use a private service for what takes requests",
                )
                .on(context, resource.id),
            );
        }
    }
}
