//! Y09: the same key twice in one mapping.

use crate::lint::{Context, Finding, report};
use crate::syntax::SyntaxErrorKind;

rule! {
    /// ## What it does
    ///
    /// Finds keys that occur twice in one mapping.
    ///
    /// ## Why it matters
    ///
    /// Render's reader rejects the file; other readers silently keep the last one. A second `services:` discards every
    /// service of the first.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     name: web
    ///     runtime: docker
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
    code: "duplicate-key",
    summary: "the same key twice in one mapping",
    severity: Error,
    category: Syntax,
    certainty: Documented,
    facts: ["Y09"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mine = |kind| matches!(kind, SyntaxErrorKind::DuplicateKey);
    report(context, findings, mine, "keep one of the two; merge lists by hand");
}
