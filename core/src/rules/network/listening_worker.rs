//! N12: a background worker configured like a server.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::Resource;
use crate::platform::{Kind, Property};
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds background workers that have a `healthCheckPath`, or that set `PORT` and do not have a worker's name.
    ///
    /// ## Why it matters
    ///
    /// A background worker opens connections but receives none: it has no hostname, neither private nor public. A
    /// worker that listens on a port is probably meant to be called, and every call fails. A service that answers other
    /// services is a private service (`type: pserv`).
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: worker
    ///     name: renderer
    ///     runtime: docker
    ///     envVars:
    ///       - key: PORT
    ///         value: "8080"
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: renderer
    ///     runtime: docker
    ///     envVars:
    ///       - key: PORT
    ///         value: "8080"
    /// ```
    ///
    /// If it only takes jobs from a queue, remove the port instead.
    ///
    /// ## When to ignore it
    ///
    /// When the program requires `PORT` although nothing calls it.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Private Services](https://render.com/docs/private-services), read 2026-09
    code: "listening-worker",
    summary: "a background worker that is configured like a server",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["N12"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// Parts of names which show that the author means a background worker.
const WORKER_WORDS: [&str; 9] =
    ["worker", "job", "queue", "consumer", "celery", "sidekiq", "beat", "scheduler", "bot"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for worker in context.resources.iter().filter(|r| r.kind.kind() == Some(Kind::Worker)) {
        let (Some(type_field), Some((sign, what))) = (worker.type_field.present(), sign(worker))
        else {
            continue;
        };
        // If a resource in the file calls it, another rule already reports that.
        if is_called(context, worker) {
            continue;
        }
        let mut edits = context.retyped(worker, "pserv");
        if !edits.is_empty() {
            // Render checks the health of web services only.
            edits.extend(context.editor().remove_entry(&worker.keys, "healthCheckPath"));
        }
        findings.push(
            Finding::new(
                type_field.span,
                format!("{}.type", worker.path),
                format!("`{}` is configured like a server, but a background worker receives no connections", worker.label()),
                "use `type: pserv` if it answers other services; remove the port if it only takes jobs from a queue",
            )
            .related(sign, what)
            .on(context, worker.id)
            .fix("make it a private service", Safety::Unsafe, edits),
        );
    }
}

/// What makes it look like a server. A port alone proves little if the name says worker.
pub(crate) fn sign(worker: &Resource) -> Option<(Span, &'static str)> {
    if let Some(key) = worker.written("healthCheckPath") {
        return Some((key.span, "its health check is set here"));
    }
    let name = worker.label().to_ascii_lowercase();
    let says_worker = WORKER_WORDS.iter().any(|word| name.contains(word));
    let port = worker
        .env_vars
        .iter()
        .find(|var| var.key.text() == Some("PORT") && !var.value.is_absent())?;
    port.key.span().filter(|_| !says_worker).map(|span| (span, "its port is set here"))
}

/// Whether a reference reads its address.
fn is_called(context: &Context<'_>, worker: &Resource) -> bool {
    context.references_to(worker).any(|reference| {
        reference.property().and_then(|property| Property::parse(&property.value)).is_some_and(
            |property| matches!(property, Property::Host | Property::Port | Property::HostPort),
        )
    })
}
