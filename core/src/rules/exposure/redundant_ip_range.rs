//! X19, X20: an entry of an allow list that another entry includes.

use std::collections::BTreeMap;

use ipnet::Ipv4Net;

use crate::diagnostics::Severity;
use crate::lint::{Context, Finding, ListEntry, list_entries};
use crate::model::ResourceId;

rule! {
    /// ## What it does
    ///
    /// Finds ranges that are in an allow list twice, or within a wider range of the list. Next to `0.0.0.0/0` it is a
    /// warning.
    ///
    /// ## Why it matters
    ///
    /// The entry has no effect. With `0.0.0.0/0` in it, the whole list is open, although it looks restricted.
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
    summary: "an entry of an allow list that another entry includes",
    severity: Warning,
    category: Exposure,
    certainty: Documented,
    facts: ["X19", "X20"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut first = Ranges::new();
    for entry in list_entries(context) {
        if let Some(range) = entry.range {
            first.entry((entry.resource.id, range)).or_insert(entry);
        }
    }
    for entry in list_entries(context) {
        let Some(range) = entry.range else { continue };
        let Some(other) = widest_around(&entry, range, &first) else { continue };
        let everything = other.range.is_some_and(|range| range.prefix_len() == 0);
        let (message, help) = if everything {
            (
                format!("`{}` has no effect: `{}` lets everybody in", entry.text, other.text),
                "remove the entry that lets everybody in; as it is, the list restricts nothing",
            )
        } else if other.range == entry.range {
            (format!("`{}` is in this list twice", entry.text), "remove one of the two")
        } else {
            (
                format!("`{}` is part of `{}`, which is also in the list", entry.text, other.text),
                "remove the narrower one",
            )
        };
        let open = everything && range.prefix_len() > 0;
        findings.push(
            entry
                .finding(context, message, help)
                .facts(if open { &["X20"] } else { &["X19"] })
                .severity(if open { Severity::Warning } else { Severity::Info })
                .related(other.span, "this entry includes it"),
        );
    }
}

/// The first entry with a range of a list.
type Ranges<'a> = BTreeMap<(ResourceId, Ipv4Net), ListEntry<'a>>;

/// The entry with the widest range that holds the range of an entry; of two equal ranges, the first stays.
fn widest_around<'a, 'b>(
    entry: &ListEntry<'a>,
    range: Ipv4Net,
    first: &'b Ranges<'a>,
) -> Option<&'b ListEntry<'a>> {
    let mut wider = (0..=range.prefix_len()).filter_map(|prefix| {
        let around = Ipv4Net::new(range.addr(), prefix).ok()?.trunc();
        first.get(&(entry.resource.id, around))
    });
    wider.next().filter(|other| other.index != entry.index)
}
