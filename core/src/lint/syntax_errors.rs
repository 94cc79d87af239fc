//! What the reader of YAML found, as findings: each rule of category `syntax` takes its kinds.

use super::context::Context;
use super::finding::Finding;
use crate::diagnostics::Safety;
use crate::syntax::SyntaxErrorKind;

/// Reports the syntax errors of the kinds that are `mine`, with `help`.
pub(crate) fn report(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    mine: impl Fn(SyntaxErrorKind) -> bool,
    help: &str,
) {
    for error in context.syntax_errors.iter().filter(|error| mine(error.kind)) {
        let owner = context
            .blueprint
            .resources
            .iter()
            .rev()
            .find(|resource| resource.span.contains(error.span));
        let path = owner.map_or_else(String::new, |resource| resource.path.clone());
        let mut finding = Finding::new(error.span, path, error.message.clone(), help).fix(
            "fix it",
            Safety::Safe,
            error.repair.clone(),
        );
        if let Some((span, label)) = &error.related {
            finding = finding.related(*span, label.clone());
        }
        if let Some(resource) = owner {
            finding = finding.on(context, resource.id);
        }
        findings.push(finding);
    }
}
