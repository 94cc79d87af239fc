//! What the reader of YAML found, as findings: each rule of category `syntax` takes its kinds.

use std::collections::BTreeMap;

use super::context::Context;
use super::finding::Finding;
use crate::diagnostics::Safety;
use crate::syntax::{SyntaxError, SyntaxErrorKind, parse};
use crate::text::{TextEdit, apply};

/// How many repairs of a text are tried, which takes reading it again for each; of a text larger than `LARGE` bytes, one.
const MOST_TRIED: usize = 8;
const LARGE: usize = 65_536;

/// Reports the syntax errors of the kinds that are `mine`, with `help`.
pub(crate) fn report(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    mine: impl Fn(SyntaxErrorKind) -> bool,
    help: &str,
) {
    let tried = if context.own_text().len() > LARGE { 1 } else { MOST_TRIED };
    let errors = context.syntax_errors.iter().enumerate();
    for (index, error) in errors.filter(|(_, error)| mine(error.kind)) {
        let owner = context.resource_at(error.span);
        let path = owner.map_or_else(String::new, |resource| resource.path.clone());
        let mut finding = Finding::new(error.span, path, error.message.clone(), help);
        if let Some(safety) = (index < tried).then(|| safety(context, error)).flatten() {
            finding = finding.fix("fix it", safety, error.repair.clone());
        }
        if let Some((span, label)) = &error.related {
            finding = finding.related(*span, label.clone());
        }
        if let Some(resource) = owner {
            finding = finding.on(context, resource.id);
        }
        findings.push(finding);
    }
}

/// How safe the repair of an error is, after trying it: safe when that error goes and no other comes, and worth an offer
/// when fewer are left.
fn safety(context: &Context<'_>, error: &SyntaxError) -> Option<Safety> {
    if error.repair.is_empty() {
        return None;
    }
    let file = context.files.get(context.file);
    let local = |edit: &TextEdit| TextEdit { span: file.local(edit.span), text: edit.text.clone() };
    let repair: Vec<TextEdit> = error.repair.iter().map(local).collect();
    let repaired = apply(context.own_text(), &repair).ok()?;
    let left = parse(&repaired).errors;
    // How often each is expected again.
    let mut expected: BTreeMap<&str, usize> = BTreeMap::new();
    for other in context.syntax_errors.iter().filter(|other| !std::ptr::eq(*other, error)) {
        *expected.entry(&other.message).or_default() += 1;
    }
    let is_known = |other: &SyntaxError| match expected.get_mut(other.message.as_str()) {
        Some(count @ 1..) => {
            *count -= 1;
            true
        }
        _ => false,
    };
    if left.iter().all(is_known) {
        Some(Safety::Safe)
    } else {
        (left.len() < context.syntax_errors.len()).then_some(Safety::Unsafe)
    }
}
