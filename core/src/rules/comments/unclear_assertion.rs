//! An assertion about a resource that the file does not declare.

use std::rc::Rc;

use crate::diagnostics::Safety;
use crate::directive::{DirectiveKind, Word};
use crate::graph::INTERNET;
use crate::lint::{Candidates, Context, Finding};
use crate::reach::{UnresolvedName, resolve_word};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds names in assertions that match no resource in the file, or several.
    ///
    /// ## Why it matters
    ///
    /// An assertion about a missing resource cannot fail, so it protects nothing. This happens when a resource is
    /// renamed but the comment is not.
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
    /// If several resources share the name, use the id of the one you mean: `web:api`, `postgres:api`.
    ///
    /// ## When to ignore it
    ///
    /// Never: correct the name, or remove the assertion.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "unclear-assertion",
    summary: "an assertion about a resource that the file does not declare",
    severity: Error,
    category: Assertion,
    certainty: Documented,
    facts: [],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let all = || context.network.nodes().filter(|(_, node)| node.is_declared());
    let effort = Rc::default();
    let declared = [
        Candidates::new(all().map(|(_, node)| node.name.as_str()), &effort),
        Candidates::new(all().map(|(_, node)| node.id.as_str()), &effort),
    ];
    for directive in context.directives {
        let DirectiveKind::Assert(assertion) = &directive.kind else { continue };
        let callers = assertion.from.iter().filter(|word| word.text != INTERNET);
        for word in callers {
            findings.extend(unclear(context, &declared, word));
        }
        if assertion.to.text == INTERNET {
            findings.push(Finding::new(
                assertion.to.span,
                "",
                "an assertion cannot be about a connection to the internet",
                "the internet can only be the caller: `internet -/> worker`",
            ));
        } else {
            findings.extend(unclear(context, &declared, &assertion.to));
        }
        let node = |word: &Word| resolve_word(context.question(), word).ok();
        let to = node(&assertion.to);
        for word in assertion.from.iter().filter(|word| to.is_some() && node(word) == to) {
            findings.push(Finding::new(
                word.span,
                "",
                format!("`{}` is both caller and callee", word.text),
                "a resource always reaches itself; name two different ones",
            ));
        }
    }
}

fn unclear(
    context: &Context<'_>,
    [names, ids]: &[Candidates<'_>; 2],
    word: &Word,
) -> Option<Finding> {
    let network = context.network;
    let problem = match resolve_word(context.question(), word) {
        Ok(node) if network.node(node).is_declared() => return None,
        Ok(_) => UnresolvedName::Nothing,
        Err(problem) => problem,
    };
    Some(match problem {
        UnresolvedName::Several(ids) => Finding::new(
            word.span,
            "",
            format!("`{}` may be {}", word.text, ids.join(" or ")),
            "several resources share the name: use the id of the one you mean",
        ),
        UnresolvedName::Nothing => {
            let near = names.nearest(&word.text).or_else(|| ids.nearest(&word.text));
            let help = near.map_or_else(
                || "an assertion about a missing resource protects nothing".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let finding = Finding::new(
                word.span,
                "",
                format!("no resource in this file is called `{}`", word.text),
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
