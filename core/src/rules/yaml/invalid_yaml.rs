//! Whatever else the reader of YAML refuses.

use crate::lint::{Context, Finding, report};
use crate::syntax::SyntaxErrorKind;

rule! {
    /// ## What it does
    ///
    /// Finds everything else that YAML cannot read: quotes and brackets that are not closed, lines that belong to
    /// nothing, a missing blank behind a colon, bytes that are no text, nesting beyond reason.
    ///
    /// ## Why it matters
    ///
    /// Render cannot read the file at all. Here the rest of it is still understood and drawn.
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
    /// Never: Render refuses it.
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
                | SyntaxErrorKind::TooMuch
                | SyntaxErrorKind::Other
        )
    };
    report(context, findings, mine, "everything around it is read as if it were not there");
}
