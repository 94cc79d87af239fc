//! What the reader of YAML found, as findings: each rule of category `syntax` takes its kinds.

use super::context::Context;
use super::finding::Finding;
use crate::diagnostics::Safety;
use crate::syntax::SyntaxErrorKind;

/// Reports the problems of the kinds that are `mine`, with `help`.
pub(crate) fn report(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    mine: impl Fn(SyntaxErrorKind) -> bool,
    help: &str,
) {
    for problem in context.syntax_errors.iter().filter(|problem| mine(problem.kind)) {
        let owner = context
            .blueprint
            .resources
            .iter()
            .rev()
            .find(|resource| resource.span.contains(problem.span));
        let path = owner.map_or_else(String::new, |resource| resource.path.clone());
        let mut finding = Finding::new(problem.span, path, problem.message.clone(), help).fix(
            "mend it",
            Safety::Safe,
            problem.repair.clone(),
        );
        if let Some((span, label)) = &problem.related {
            finding = finding.related(*span, label.clone());
        }
        if let Some(resource) = owner {
            finding = finding.on(context, resource.id);
        }
        findings.push(finding);
    }
}
