//! Z38: a head that Render refuses. Nothing of the change happens, so nothing else is said.

use super::consequence::{Class, Consequence};
use crate::analysis::Analysis;
use crate::diagnostics::{Category, Diagnostic, Severity};
use crate::diff::{Difference, Part};
use crate::platform::{Certainty, assert_facts, certainty_of_fact};

const FACTS: &[&str] = &["Z38"];
const _: () = assert_facts(FACTS);
const STATED: Certainty = certainty_of_fact(FACTS[0]);

/// The findings for which Render refuses a file.
pub fn refusals(analysis: &Analysis) -> impl Iterator<Item = &Diagnostic> {
    analysis.diagnostics().iter().filter(|finding| {
        finding.severity == Severity::Error
            && matches!(finding.category, Category::Syntax | Category::Schema | Category::Validator)
    })
}

/// What comes of a change whose head Render refuses; `None` for one that it takes. Where nothing changed, nothing comes
/// of it.
pub(super) fn consequence(
    head: &Analysis,
    difference: &Difference,
    base_refused: bool,
) -> Option<Vec<Consequence>> {
    let first = refusals(head).next()?;
    let errors = refusals(head).count();
    let is_new = difference.introduced.iter().any(|finding| finding.severity == Severity::Error);
    if difference.parts.is_empty() && !is_new {
        return Some(Vec::new());
    }
    let line = head.lines().position(first.span.start(), head.text()).line;
    let text = if errors == 1 {
        format!("Render refuses the new version (line {line}), so nothing of the change happens")
    } else {
        format!(
            "Render refuses the new version ({errors} errors, the first on line {line}), so nothing of the change happens"
        )
    };
    Some(vec![Consequence {
        id: FACTS[0],
        class: Class::Refused,
        severity: Severity::Error,
        part: Part::file(),
        field: None,
        before: None,
        after: None,
        text,
        advice: Some(format!("correct the error first (rule `{}`)", first.rule)),
        certainty: if base_refused { Certainty::Inferred } else { STATED },
        facts: FACTS,
        base: None,
        head: Some(first.span),
    }])
}
