//! P13: a queue that may lose jobs.

use crate::conventions::names_queue;
use crate::diagnostics::{Safety, Severity};
use crate::lint::{Context, Finding};
use crate::model::Resource;
use crate::platform::{Kind, SchemaNode, field};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds Key Value instances that a background worker reads from and whose `maxmemoryPolicy` may evict any key: one
    /// of the `allkeys-…` policies, including the default `allkeys-lru`. An instance that is called a cache is not
    /// reported. If nothing in the file mentions a queue or a queue library, it is only a note.
    ///
    /// ## Why it matters
    ///
    /// When memory is full, the policy decides which keys to evict. Libraries such as BullMQ, Celery, Sidekiq and RQ
    /// keep jobs as plain keys, which then vanish without an error. With `noeviction` a write fails instead, and you
    /// notice.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: jobs
    ///     ipAllowList: []
    ///   - type: worker
    ///     name: mailer
    ///     runtime: docker
    ///     envVars:
    ///       - key: REDIS_URL
    ///         fromService:
    ///           type: keyvalue
    ///           name: jobs
    ///           property: connectionString
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: jobs
    ///     ipAllowList: []
    ///     maxmemoryPolicy: noeviction
    ///   - type: worker
    ///     name: mailer
    ///     runtime: docker
    ///     envVars:
    ///       - key: REDIS_URL
    ///         fromService:
    ///           type: keyvalue
    ///           name: jobs
    ///           property: connectionString
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the worker uses the instance only as a cache.
    ///
    /// ## References
    ///
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "evicting-queue",
    summary: "a queue that may lose jobs",
    severity: Warning,
    category: Style,
    certainty: Observed,
    facts: ["P13"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for instance in context.of_kinds(&[Kind::KeyValue]) {
        let name = instance.label().to_ascii_lowercase();
        let cache = name.contains("cache") && !name.contains("queue");
        let written = instance.settings.get("maxmemoryPolicy");
        let default = field(SchemaNode::Service(Kind::KeyValue), "maxmemoryPolicy")
            .and_then(|row| row.default);
        let Some(policy) = written.map_or(default, |setting| setting.text()) else { continue };
        let Some(reader) =
            context.worker_of(instance).filter(|_| !cache && policy.starts_with("allkeys-"))
        else {
            continue;
        };
        let message = format!("`{}` may lose queued jobs when memory is full", instance.label());
        let help = match written {
            Some(_) => "write `maxmemoryPolicy: noeviction` for a queue".to_owned(),
            None => {
                format!("add `maxmemoryPolicy: noeviction` for a queue; the default is `{policy}`")
            }
        };
        let (finding, edits) = match written {
            Some(setting) => (
                Finding::on_setting(context, instance, setting, message, help),
                vec![TextEdit::replace(setting.span(), "noeviction")],
            ),
            None => (
                Finding::on_head(context, instance, message, help),
                context.add_setting(instance, "maxmemoryPolicy: noeviction"),
            ),
        };
        findings.push(
            finding
                .severity(if is_queue(context, instance) {
                    Severity::Warning
                } else {
                    Severity::Info
                })
                .related(
                    reader.var.span,
                    format!("the worker `{}` reads from it here", reader.consumer.label()),
                )
                .fix("use `noeviction`", Safety::Unsafe, edits),
        );
    }
}

/// Whether the file shows that an instance is a queue: by its name, or by a worker that reads from it.
fn is_queue(context: &Context<'_>, instance: &Resource) -> bool {
    let mut readers = context
        .references_to(instance)
        .filter(|reference| reference.consumer.kind.kind() == Some(Kind::Worker));
    names_queue(instance.label())
        || readers.any(|reader| {
            let worker = reader.consumer;
            let commands = ["startCommand", "dockerCommand"];
            names_queue(worker.label())
                || commands.iter().any(|name| worker.settings.text(name).is_some_and(names_queue))
                || worker.env_vars.iter().any(|var| var.key.text().is_some_and(names_queue))
        })
}
