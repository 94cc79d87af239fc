//! X04: a Key Value instance that is open to the internet.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds Key Value instances whose allow list contains `0.0.0.0/0`.
    ///
    /// ## Why it matters
    ///
    /// Every address may connect; only the password protects it. Your own services reach it privately and need no
    /// entry.
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
    /// When somebody must connect from changing addresses. A list of ranges is still better.
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
    for resource in context.resources {
        let Some(list) = resource
            .ip_allow_list
            .present()
            .filter(|_| resource.kind.kind() == Some(Kind::KeyValue))
        else {
            continue;
        };
        let everything = list.value.iter().find(|rule| rule.is_everything());
        let Some(rule) = everything else { continue };
        // A comment in the list may say what to keep in mind: then somebody has to read it first.
        let only =
            list.value.len() == 1 && !list.key.cover(list.span).slice(context.text).contains('#');
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
                    "`{}` is open to the internet: this range includes every address",
                    resource.label()
                ),
                "`ipAllowList: []` closes it to all but your own services, which need no entry",
            )
            .on(context, resource.id)
            .fix("close it to the internet", Safety::Unsafe, edits),
        );
    }
}
