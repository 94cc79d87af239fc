//! An assertion about something that the file does not declare.

use crate::diagnostics::Safety;
use crate::directive::{DirectiveKind, Word};
use crate::graph::INTERNET;
use crate::lint::{Context, Finding, nearest};
use crate::reach::{UnresolvedName, named};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds names in assertions that mean no resource of the file, or several.
    ///
    /// ## Why it matters
    ///
    /// An assertion about something that is not there cannot fail, so it protects nothing. It happens when a resource
    /// is renamed and the comment is not.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// # blueprint-lens: assert internet -/> payment
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
    /// Where several resources share the name, the id says which one is meant: `web:api`, `postgres:api`.
    ///
    /// ## When to ignore it
    ///
    /// Never: correct the name, or take the assertion out.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "unclear-assertion",
    summary: "an assertion about something the file does not declare",
    severity: Error,
    category: Assertion,
    certainty: Documented,
    facts: [],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for directive in context.directives {
        let DirectiveKind::Assert(assertion) = &directive.kind else { continue };
        let callers = assertion.from.iter().filter(|word| word.text != INTERNET);
        for word in callers {
            findings.extend(unclear(context, word));
        }
        if assertion.to.text == INTERNET {
            findings.push(Finding::new(
                assertion.to.span,
                "",
                "nothing can be asserted about the way to the internet",
                "the internet can only be the caller: `internet -/> worker`",
            ));
        } else {
            findings.extend(unclear(context, &assertion.to));
        }
        let node = |word: &Word| named(context.network, &word.text).ok();
        let to = node(&assertion.to);
        for word in assertion.from.iter().filter(|word| to.is_some() && node(word) == to) {
            findings.push(Finding::new(
                word.span,
                "",
                format!("`{}` is both caller and callee", word.text),
                "a resource always reaches itself; name two",
            ));
        }
    }
}

fn unclear(context: &Context<'_>, word: &Word) -> Option<Finding> {
    let network = context.network;
    let problem = match named(network, &word.text) {
        Ok(node) if network.node(node).is_declared() => return None,
        Ok(_) => UnresolvedName::Nothing,
        Err(problem) => problem,
    };
    Some(match problem {
        UnresolvedName::Several(ids) => Finding::new(
            word.span,
            "",
            format!("`{}` may be {}", word.text, ids.join(" or ")),
            "several resources share the name: say by its id which one is meant",
        ),
        UnresolvedName::Nothing => {
            let declared = || network.nodes().filter(|(_, node)| node.is_declared());
            let names: Vec<&str> = declared().map(|(_, node)| node.name.as_str()).collect();
            let ids: Vec<&str> = declared().map(|(_, node)| node.id.as_str()).collect();
            let near = nearest(&word.text, names).or_else(|| nearest(&word.text, ids));
            let help = near.map_or_else(
                || "an assertion about something that is not there protects nothing".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let finding = Finding::new(
                word.span,
                "",
                format!("no resource of this file is called `{}`", word.text),
                help,
            );
            match near {
                Some(near) => finding.fix(
                    format!("write `{near}`"),
                    Safety::Safe,
                    vec![TextEdit::replace(word.span, near)],
                ),
                None => finding,
            }
        }
    })
}
