//! P14: a cache that rejects writes when it is full.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds Key Value instances that are called a cache and have `maxmemoryPolicy: noeviction`.
    ///
    /// ## Why it matters
    ///
    /// When memory is full, every write fails: `OOM command not allowed`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: page-cache
    ///     ipAllowList: []
    ///     maxmemoryPolicy: noeviction
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: page-cache
    ///     ipAllowList: []
    ///     maxmemoryPolicy: allkeys-lru
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the instance holds a queue, too.
    ///
    /// ## References
    ///
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "full-cache",
    summary: "a cache that rejects writes when it is full",
    severity: Info,
    category: Validator,
    certainty: Observed,
    facts: ["P14"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for instance in context.of_kinds(&[Kind::KeyValue]) {
        let name = instance.label().to_ascii_lowercase();
        let Some(policy) = instance.settings.get("maxmemoryPolicy") else { continue };
        let read_by_worker = context.worker_of(instance).is_some();
        if policy.text() != Some("noeviction") || !name.contains("cache") || read_by_worker {
            continue;
        }
        findings.push(
            Finding::on_setting(
                context,
                instance,
                policy,
                "a full cache with `noeviction` rejects every write",
                "use `allkeys-lru` for a cache",
            )
            .fix(
                "use `allkeys-lru`",
                Safety::Unsafe,
                vec![TextEdit::replace(policy.span(), "allkeys-lru")],
            ),
        );
    }
}
