//! A suppression of a rule that does not exist.

use std::rc::Rc;

use crate::diagnostics::Safety;
use crate::directive::{DirectiveKind, Word};
use crate::lint::{Candidates, Context, Finding};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds codes in `# blueprint-lens: allow(…)` that no rule has.
    ///
    /// ## Why it matters
    ///
    /// The suppression has no effect: the finding it was meant for is still reported, or will be.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: payments
    ///     runtime: docker
    ///     # blueprint-lens: allow(open-databases) the office connects
    ///     region: ohio
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: payments
    ///     runtime: docker
    ///     region: ohio
    /// ```
    ///
    /// `blueprint-lens rules` lists the codes.
    ///
    /// ## When to ignore it
    ///
    /// When the file is also read by a newer version that has the rule.
    ///
    /// ## References
    ///
    /// - The list of rules; Render itself ignores comments.
    code: "unknown-allow",
    summary: "a suppression of a rule that does not exist",
    severity: Warning,
    category: Style,
    certainty: Documented,
    facts: [],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let codes = Candidates::new(context.codes.iter().copied(), &Rc::default());
    for directive in context.directives {
        let DirectiveKind::Suppress(suppression) = &directive.kind else { continue };
        let is_unknown = |code: &&Word| !codes.has(&code.text);
        for code in suppression.codes.iter().filter(is_unknown) {
            let near = codes.nearest(&code.text);
            let help = near.map_or_else(
                || "the list of rules has all codes".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let message = format!("no rule is called `{}`", code.text);
            let mut finding = Finding::new(code.span, "", message, help);
            if let Some(near) = near {
                finding = finding.fix(
                    format!("write `{near}`"),
                    Safety::Safe,
                    vec![TextEdit::replace(code.span, near)],
                );
            }
            findings.push(finding);
        }
    }
}
