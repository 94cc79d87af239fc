//! Y07: an unquoted value that starts with a reserved character.

use crate::lint::{Context, Finding, report};
use crate::syntax::SyntaxErrorKind;

rule! {
    /// ## What it does
    ///
    /// Finds unquoted values that start with `@`, `` ` ``, `%`, `*`, `&`, `!`, `|` or `>` and are meant as plain text.
    ///
    /// ## Why it matters
    ///
    /// These characters are reserved, or start tags, anchors, aliases and block scalars, so YAML cannot read the file.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: TAG
    ///         value: @latest
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: TAG
    ///         value: '@latest'
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    code: "reserved-start",
    summary: "an unquoted value that starts with a reserved character",
    severity: Error,
    category: Syntax,
    certainty: Documented,
    facts: ["Y07"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mine =
        |kind| matches!(kind, SyntaxErrorKind::ReservedStart | SyntaxErrorKind::UndefinedAlias);
    report(context, findings, mine, "put the value in quotes");
}
