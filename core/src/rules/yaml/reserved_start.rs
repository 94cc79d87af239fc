//! Y07: an unquoted value starts with a reserved character.

use crate::lint::{Context, Finding, report};
use crate::syntax::SyntaxErrorKind;

rule! {
    /// ## What it does
    ///
    /// Finds unquoted values that start with `@`, `` ` ``, `%`, `*`, `&`, `!`, `|` or `>` and mean plain text.
    ///
    /// ## Why it matters
    ///
    /// These characters start tags, anchors, aliases and blocks of text; YAML cannot read the file.
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
    /// Never: Render refuses it.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    code: "reserved-start",
    summary: "a value that starts with a character YAML keeps for itself",
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
