//! Y05: `: ` in an unquoted value.

use crate::lint::{Context, Finding, report};
use crate::rules::fields::wrong_value_type;
use crate::syntax::SyntaxErrorKind;

rule! {
    /// ## What it does
    ///
    /// Finds unquoted values with a colon followed by a space.
    ///
    /// ## Why it matters
    ///
    /// YAML reads it as another key and rejects the file: `mapping values are not allowed in this context`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: echo "port: 1" && npm start
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: 'echo "port: 1" && npm start'
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    code: "colon-in-value",
    summary: "a colon and a space in an unquoted value",
    severity: Error,
    category: Syntax,
    certainty: Observed,
    facts: ["Y05"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mine = |kind| matches!(kind, SyntaxErrorKind::ColonInValue);
    report(context, findings, mine, "put the value in quotes");
    for finding in findings {
        // If the field does not take a string, a line break is missing, and quotes would hide that.
        if context
            .claimed_by(&wrong_value_type::RULE)
            .any(|violation| violation.span.contains(finding.report.span))
        {
            finding.report.fixes.clear();
            "start a new line before the next key".clone_into(&mut finding.report.help);
        }
    }
}
