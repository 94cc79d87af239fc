//! X09, X10: an entry of an allow list that is no range of IPv4 addresses.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::diagnostics::{Safety, Severity};
use crate::lint::{Context, Finding, list_entries};
use crate::model::IpRange;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds sources of allow lists that are no IPv4 address and no range of them: IPv6, host names, prefixes over 32.
    /// An address that is not the first of its range (`203.0.113.4/24`) is an advice.
    ///
    /// ## Why it matters
    ///
    /// IP rules know IPv4 only. Render refuses such an entry or keeps one that lets nobody in; the official schema
    /// takes any text.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList:
    ///       - source: 2001:db8::/32
    ///         description: office
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList:
    ///       - source: 203.0.113.0/28
    ///         description: office
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: the entry does not do what it says.
    ///
    /// ## References
    ///
    /// - [Inbound IP Rules](https://render.com/docs/inbound-ip-rules), read 2026-09
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "invalid-ip-range",
    summary: "an entry of an allow list that is no IPv4 range",
    severity: Warning,
    category: Exposure,
    certainty: Documented,
    facts: ["X09", "X10"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for entry in list_entries(context) {
        let (address, prefix) = match entry.text.trim().split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (entry.text.trim(), None),
        };
        if let Some(range) = entry.range {
            findings.extend(host_bits(address, range).map(|network| {
                entry
                    .finding(
                        context,
                        format!("`{}` is not the first address of its range", entry.text),
                        format!("write `{network}` for the whole range, or the address alone"),
                    )
                    .facts(&["X10"])
                    .severity(Severity::Info)
                    .fix(
                        format!("write `{network}`"),
                        Safety::Unsafe,
                        vec![TextEdit::replace(entry.span, network)],
                    )
            }));
            continue;
        }
        let (why, facts): (_, &'static [&'static str]) = if address.parse::<Ipv6Addr>().is_ok() {
            ("is IPv6, which IP rules do not know", &["X09"])
        } else if prefix.is_some() && address.parse::<Ipv4Addr>().is_ok() {
            ("has no prefix from 0 to 32", &["X10"])
        } else {
            ("is no IP address and no range", &["X10"])
        };
        findings.push(
            entry
                .finding(
                    context,
                    format!("`{}` {why}", entry.text),
                    "write an IPv4 address, or a range such as `203.0.113.0/28`",
                )
                .facts(facts),
        );
    }
}

/// The range as it is usually written, when `address` is not its first.
fn host_bits(address: &str, range: IpRange) -> Option<String> {
    let address = u32::from(address.trim().parse::<Ipv4Addr>().ok()?);
    (address != range.network).then(|| range.to_string())
}
