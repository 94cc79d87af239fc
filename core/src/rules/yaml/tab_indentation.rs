//! Y08: a tab in the indentation.

use crate::lint::{Context, Finding, report};
use crate::syntax::SyntaxErrorKind;

rule! {
    /// ## What it does
    ///
    /// Finds tabs in the indentation.
    ///
    /// ## Why it matters
    ///
    /// YAML allows only spaces there, so the file cannot be read.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// 	branch: main
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     branch: main
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    code: "tab-indentation",
    summary: "a tab in the indentation",
    severity: Error,
    category: Syntax,
    certainty: Documented,
    facts: ["Y08"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mine = |kind| matches!(kind, SyntaxErrorKind::TabIndentation);
    report(context, findings, mine, "indent with spaces");
}
