//! X13: a private range in the allow list of a datastore.

use crate::conventions::is_private_range;
use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, list_entries};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds private ranges (`10.0.0.0/8`, `172.16.0.0/12`, `192.168.0.0/16`) in the allow list of a database or a Key
    /// Value instance.
    ///
    /// ## Why it matters
    ///
    /// Services in the same region connect over the private network, which ignores the list, so they need no entry.
    /// Nobody on the internet has such an address, so the entry has no effect.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList:
    ///       - source: 10.0.0.0/8
    ///         description: our services
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: it lets nobody in.
    ///
    /// ## References
    ///
    /// - [Inbound IP Rules](https://render.com/docs/inbound-ip-rules), read 2026-09
    code: "private-range-in-list",
    summary: "a private range in an allow list, which private traffic ignores",
    severity: Info,
    category: Exposure,
    certainty: Documented,
    facts: ["X13"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for entry in list_entries(context) {
        let datastore = entry.resource.kind.kind().is_some_and(Kind::is_datastore);
        let private = entry.range.is_some_and(is_private_range);
        if !datastore || !private {
            continue;
        }
        let whole = entry.list.key.cover(entry.list.span);
        let alone = entry.list.value.len() == 1;
        let edits =
            if alone { vec![TextEdit::replace(whole, "ipAllowList: []")] } else { Vec::new() };
        findings.push(
            entry
                .finding(
                    context,
                    format!(
                        "`{}` is a private range: private traffic ignores this list",
                        entry.text
                    ),
                    "remove it: your own services reach the datastore without an entry",
                )
                .fix("write an empty list", Safety::Unsafe, edits),
        );
    }
}
