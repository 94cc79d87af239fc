//! X09, X10: an entry of an allow list that is not an IPv4 range.

use std::net::{Ipv4Addr, Ipv6Addr};

use ipnet::Ipv4Net;

use crate::diagnostics::{Safety, Severity};
use crate::lint::{Context, Finding, list_entries};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds entries of allow lists that are neither an IPv4 address nor a range of IPv4 addresses: IPv6, hostnames,
    /// prefixes over 32. An address that is not the first of its range (`203.0.113.4/24`) is a note.
    ///
    /// ## Why it matters
    ///
    /// IP rules support only IPv4. Render rejects such an entry, or accepts one that matches nobody; the official
    /// schema accepts any text.
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
    summary: "an entry of an allow list that is not an IPv4 range",
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
            ("is IPv6, which IP rules do not support", &["X09"])
        } else if prefix.is_some() && address.parse::<Ipv4Addr>().is_ok() {
            ("has no prefix from 0 to 32", &["X10"])
        } else {
            ("is neither an IP address nor a range", &["X10"])
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

/// The range in its usual form, if `address` is not its first address.
fn host_bits(address: &str, range: Ipv4Net) -> Option<String> {
    let address: Ipv4Addr = address.trim().parse().ok()?;
    (address != range.network()).then(|| range.to_string())
}
