//! X19, X20: an entry of an allow list that another one holds already.

use crate::diagnostics::Severity;
use crate::lint::{Context, Finding, ListEntry, list_entries};
use crate::model::IpRange;

rule! {
    /// ## What it does
    ///
    /// Finds ranges of an allow list that stand there twice, or inside a wider one. Beside `0.0.0.0/0` it is a
    /// warning.
    ///
    /// ## Why it matters
    ///
    /// The entry changes nothing. Beside `0.0.0.0/0` the whole list is open, though it looks as if it were not.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: admin
    ///     runtime: docker
    ///     ipAllowList:
    ///       - source: 0.0.0.0/0
    ///         description: for now
    ///       - source: 203.0.113.0/28
    ///         description: office
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: admin
    ///     runtime: docker
    ///     ipAllowList:
    ///       - source: 203.0.113.0/28
    ///         description: office
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the entries are kept for their descriptions.
    ///
    /// ## References
    ///
    /// - [Inbound IP Rules](https://render.com/docs/inbound-ip-rules), read 2026-09
    code: "redundant-ip-range",
    summary: "an entry of an allow list that another one holds already",
    severity: Warning,
    category: Exposure,
    certainty: Documented,
    facts: ["X19", "X20"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let entries: Vec<_> = list_entries(context).collect();
    for entry in &entries {
        let Some(range) = entry.range else { continue };
        // The wider one is named; of equal ones the first stays.
        let holds = |other: &&ListEntry<'_>| {
            other.resource.id == entry.resource.id
                && other.index != entry.index
                && other.range.is_some_and(|other_range| {
                    other_range.contains(range)
                        && (other_range != range || other.index < entry.index)
                })
        };
        let Some(other) =
            entries.iter().filter(holds).min_by_key(|other| other.range.map(|range| range.prefix))
        else {
            continue;
        };
        let everything = other.range.is_some_and(IpRange::is_everything);
        let (message, help) = if everything {
            (
                format!("`{}` changes nothing: `{}` lets everybody in", entry.text, other.text),
                "drop the entry for everybody, or the list says what it does not do",
            )
        } else if other.range == entry.range {
            (format!("`{}` stands in this list twice", entry.text), "drop one of the two")
        } else {
            (
                format!("`{}` is part of `{}`, which is listed too", entry.text, other.text),
                "drop the narrower one",
            )
        };
        let open = everything && !range.is_everything();
        findings.push(
            entry
                .finding(context, message, help)
                .facts(if open { &["X20"] } else { &["X19"] })
                .severity(if open { Severity::Warning } else { Severity::Info })
                .related(other.span, "this one holds it already"),
        );
    }
}
