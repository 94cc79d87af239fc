//! An assertion in the file that does not hold.

use crate::diagnostics::{Safety, Severity};
use crate::directive::DirectiveKind;
use crate::lint::{Context, Finding};
use crate::reach::breach;

rule! {
    /// ## What it does
    ///
    /// Checks the assertions in the file against the network it describes. An assertion is a comment anywhere in the
    /// file:
    ///
    /// - `assert api -> db reachable`: `api` can open a private connection to `db`.
    /// - `assert internet -/> worker`: nothing on the internet connects to `worker` itself.
    /// - `assert only api, admin -> db`: these two reach `db`; no other resource in the file and nothing on the
    ///   internet does.
    /// - With `wired` instead of `reachable`, the assertion is about variables: `assert only api -> db wired` says that
    ///   no other service has the address of `db` in a variable.
    ///
    /// Name a resource by its name, or by its id (`postgres:db`) if several share the name.
    ///
    /// ## Why it matters
    ///
    /// A private network on Render trusts everything in its workspace and region. The authors of a file know which
    /// resources must stay separate or connected. An assertion writes it down, and reports a change that breaks it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// # blueprint-lens: assert mailer -> payments reachable
    /// services:
    ///   - type: worker
    ///     name: mailer
    ///     runtime: docker
    ///     region: ohio
    ///   - type: pserv
    ///     name: payments
    ///     runtime: docker
    ///     region: frankfurt
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// # blueprint-lens: assert mailer -> payments reachable
    /// services:
    ///   - type: worker
    ///     name: mailer
    ///     runtime: docker
    ///     region: frankfurt
    ///   - type: pserv
    ///     name: payments
    ///     runtime: docker
    ///     region: frankfurt
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: remove the assertion when you no longer need it. If the file does not show the answer, because a region
    /// or a plan cannot be read, the finding is a warning.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking),
    ///   2026-04-01
    code: "broken-assertion",
    summary: "an assertion that does not hold",
    severity: Error,
    category: Assertion,
    certainty: Documented,
    facts: [],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let question = context.question();
    for directive in context.directives {
        let DirectiveKind::Assert(assertion) = &directive.kind else { continue };
        let Some(breach) = breach(question, assertion) else { continue };
        let mut reasons: Vec<&str> = Vec::new();
        for (reason, _) in &breach.reasons {
            if !reasons.contains(&reason.as_str()) {
                reasons.push(reason);
            }
        }
        let help = if reasons.is_empty() {
            "change the wiring, or the assertion".to_owned()
        } else {
            format!("{}; change that, or the assertion", reasons.join("; "))
        };
        let mut finding = Finding::new(assertion.span, "", breach.message, help);
        for (reason, spans) in &breach.reasons {
            for (number, span) in spans.iter().enumerate() {
                let label = if number == 0 { reason.as_str() } else { "and because of this" };
                finding = finding.related(*span, label);
            }
        }
        if let Some(resource) = context.network.node(breach.to).resource {
            finding = finding.on(context, resource);
        }
        if !breach.certain {
            finding = finding.severity(Severity::Warning);
        }
        if let Some(remedy) = breach.remedy {
            finding = finding.fix(remedy.title, Safety::Unsafe, remedy.edits);
        }
        findings.push(finding);
    }
}
