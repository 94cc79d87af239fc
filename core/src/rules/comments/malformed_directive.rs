//! A comment for Blueprint Lens that cannot be read.

use crate::directive::{DirectiveKind, FORMS};
use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Finds comments that start with `blueprint-lens` and are neither an allowance nor an assertion.
    ///
    /// ## Why it matters
    ///
    /// Such a comment does nothing, although it looks as if it did.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// # blueprint-lens: assert internet to payments
    /// services:
    ///   - type: pserv
    ///     name: payments
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// # blueprint-lens: assert internet -/> payments
    /// services:
    ///   - type: pserv
    ///     name: payments
    ///     runtime: docker
    /// ```
    ///
    /// The forms are:
    ///
    /// - `# blueprint-lens: allow(rule-code, other-code) reason`: takes findings of these rules away; behind a value
    ///   for its line, on a line of its own for the next line that says anything, above everything for the file.
    /// - `# blueprint-lens: assert api -> db reachable`, `assert internet -/> worker`, `assert only api -> db`: what
    ///   must be true; `wired` may stand in place of `reachable`.
    ///
    /// ## When to ignore it
    ///
    /// Never: correct the comment, or reword it so that it does not start with the marker.
    ///
    /// ## References
    ///
    /// - The forms above; Render itself reads no comment.
    code: "malformed-directive",
    summary: "a comment for Blueprint Lens that cannot be read",
    severity: Warning,
    category: Style,
    certainty: Documented,
    facts: [],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for directive in context.directives {
        if let DirectiveKind::Malformed { span, message } = &directive.kind {
            findings.push(Finding::new(*span, "", message.clone(), FORMS));
        }
    }
}
