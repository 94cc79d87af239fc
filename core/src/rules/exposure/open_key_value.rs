//! X04: a Key Value instance takes connections from every address.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::IpRange;
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds Key Value instances whose allow list holds `0.0.0.0/0`.
    ///
    /// ## Why it matters
    ///
    /// Every address may connect; only the password stands between it and the internet. Your own services reach it
    /// privately without an entry.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList:
    ///       - source: 0.0.0.0/0
    ///         description: everywhere
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When somebody has to connect from changing addresses; a list of ranges is still better.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Key Value](https://render.com/docs/key-value), read 2026-09
    code: "open-key-value",
    summary: "a Key Value instance that is open to the internet",
    severity: Warning,
    category: Exposure,
    certainty: Documented,
    facts: ["X04"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in &context.blueprint.resources {
        let Some(list) = resource
            .ip_allow_list
            .present()
            .filter(|_| resource.kind.kind() == Some(Kind::KeyValue))
        else {
            continue;
        };
        let everything =
            list.value.iter().find(|rule| rule.range.is_some_and(IpRange::is_everything));
        let Some(rule) = everything else { continue };
        let only = list.value.len() == 1;
        let edits = if only {
            vec![TextEdit::replace(list.key.cover(list.span), "ipAllowList: []")]
        } else {
            Vec::new()
        };
        findings.push(
            Finding::new(
                rule.source.as_ref().map_or(rule.span, |(_, span)| *span),
                format!("{}.ipAllowList", resource.path),
                format!(
                    "`{}` is open to the internet: this range is every address",
                    resource.label()
                ),
                "`ipAllowList: []` leaves it to your own services, which need no entry",
            )
            .on(context, resource.id)
            .fix("close it to the internet", Safety::Unsafe, edits),
        );
    }
}
