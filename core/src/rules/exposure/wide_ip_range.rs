//! X11: an allow list that lets a large part of the internet in.

use crate::conventions::{NARROWEST_WIDE_PREFIX, is_private_range};
use crate::lint::{Context, Finding, list_entries};

rule! {
    /// ## What it does
    ///
    /// Finds ranges in allow lists with a prefix of 8 or less: at least sixteen million addresses. Other rules report
    /// `0.0.0.0/0` and private ranges.
    ///
    /// ## Why it matters
    ///
    /// Many companies share such a range. It keeps out hardly any attacker.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList:
    ///       - source: 52.0.0.0/8
    ///         description: the other cloud
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList:
    ///       - source: 52.1.2.0/28
    ///         description: the other cloud
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the callers really come from the whole range.
    ///
    /// ## References
    ///
    /// - [Inbound IP Rules](https://render.com/docs/inbound-ip-rules), read 2026-09
    code: "wide-ip-range",
    summary: "an allow list that lets a large part of the internet in",
    severity: Info,
    category: Exposure,
    certainty: Documented,
    facts: ["X11"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for entry in list_entries(context) {
        let Some(range) = entry.range else { continue };
        let wide = (1..=NARROWEST_WIDE_PREFIX).contains(&range.prefix_len());
        if !wide || is_private_range(range) {
            continue;
        }
        let millions = (1_u64 << (32 - u32::from(range.prefix_len()))) / 1_000_000;
        findings.push(entry.finding(
            context,
            format!("`{}` is {millions} million addresses", entry.text),
            "narrow it to the addresses that need to connect",
        ));
    }
}
