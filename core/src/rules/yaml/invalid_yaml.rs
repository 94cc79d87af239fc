//! Any other text that cannot be read as YAML.

use crate::lint::{Context, Finding, report};
use crate::syntax::SyntaxErrorKind;

rule! {
    /// ## What it does
    ///
    /// Finds everything else that YAML cannot read: quotes and brackets that are not closed, lines that belong to
    /// nothing, a missing space after a colon, bytes that are not text, extremely deep nesting.
    ///
    /// ## Why it matters
    ///
    /// Render cannot read the file at all. Blueprint Lens still reads and draws the rest of it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     branch:main
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
    code: "invalid-yaml",
    summary: "text that cannot be read as YAML",
    severity: Error,
    category: Syntax,
    certainty: Documented,
    facts: [],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mine = |kind| {
        matches!(
            kind,
            SyntaxErrorKind::UnclosedQuote
                | SyntaxErrorKind::UnbalancedFlow
                | SyntaxErrorKind::Indentation
                | SyntaxErrorKind::MissingSpace
                | SyntaxErrorKind::StrayText
                | SyntaxErrorKind::Directive
                | SyntaxErrorKind::NotUtf8
                | SyntaxErrorKind::Other
        )
    };
    report(context, findings, mine, "everything around it is read as if it were not there");
    let is_too_much = |kind| matches!(kind, SyntaxErrorKind::TooMuch);
    let help = "make the file smaller and flatter: Blueprints have up to some thousands of values, eight levels deep";
    report(context, findings, is_too_much, help);
}
