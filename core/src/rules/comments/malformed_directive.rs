//! A comment directive that cannot be read.

use crate::directive::{DirectiveKind, FORMS};
use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Finds comments that start with `blueprint-lens` and are neither a suppression nor an assertion.
    ///
    /// ## Why it matters
    ///
    /// Such a comment has no effect, although it looks as if it had.
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
    /// - `# blueprint-lens: allow(rule-code, other-code) reason` suppresses findings of these rules. After a value it
    ///   applies to that line, on a line of its own to the next line with content, and at the top of the file to the
    ///   whole file.
    /// - `# blueprint-lens: assert api -> db reachable`, `assert internet -/> worker` and `assert only api -> db` say
    ///   what must be true; `wired` may replace `reachable`.
    ///
    /// ## When to ignore it
    ///
    /// Never: correct the comment, or reword it so that it does not start with the marker.
    ///
    /// ## References
    ///
    /// - The forms above; Render itself ignores comments.
    code: "malformed-directive",
    summary: "a comment directive that cannot be read",
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
