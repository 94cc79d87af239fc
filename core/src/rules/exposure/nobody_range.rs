//! X12: an entry that matches nobody.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, list_entries};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `0.0.0.0` and `0.0.0.0/32` in an allow list.
    ///
    /// ## Why it matters
    ///
    /// It is a single address that nobody has, so it lets nobody in. `[]` says so clearly, and nobody mistakes it for
    /// `0.0.0.0/0`, which is everybody.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList:
    ///       - source: 0.0.0.0/32
    ///         description: nobody
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
    /// When a tool requires an entry.
    ///
    /// ## References
    ///
    /// - reports in public repositories, 2021 to 2026
    code: "nobody-range",
    summary: "`0.0.0.0/32`, which matches nobody",
    severity: Info,
    category: Style,
    certainty: Inferred,
    facts: ["X12"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for entry in list_entries(context) {
        if !entry
            .range
            .is_some_and(|range| range.network().is_unspecified() && range.prefix_len() == 32)
        {
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
                    format!("`{}` is an address that nobody has", entry.text),
                    "`ipAllowList: []` says clearly that nobody may connect; `0.0.0.0/0` would be everybody",
                )
                .fix("write an empty list", Safety::Unsafe, edits),
        );
    }
}
