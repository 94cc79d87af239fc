//! A conflict marker in the file.

use crate::lint::{Context, Finding, report};
use crate::syntax::SyntaxErrorKind;

rule! {
    /// ## What it does
    ///
    /// Finds lines such as `<<<<<<< HEAD`.
    ///
    /// ## Why it matters
    ///
    /// Render cannot read the file. Blueprint Lens draws both sides until you resolve the conflict.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    /// <<<<<<< HEAD
    ///     runtime: docker
    /// =======
    /// >>>>>>> feature
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    code: "merge-conflict",
    summary: "a conflict marker left over from a merge",
    severity: Error,
    category: Syntax,
    certainty: Documented,
    facts: [],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mine = |kind| matches!(kind, SyntaxErrorKind::MergeConflict);
    report(context, findings, mine, "resolve the conflict");
    // A conflict has three markers or more; it is reported once, at the first.
    let mut open = false;
    findings.retain(|finding| {
        let marker = finding.report.span.slice(context.text);
        let first = marker.starts_with('<') || !open;
        open = !marker.starts_with('>') && (open || first);
        first
    });
}
