//! Text that several resources share, through an anchor, an alias or a merge key: what is wrong with it is said once, for
//! all of them, and no fix for one of them changes it for the others.

use std::collections::BTreeMap;

use super::phrases::SHOWN;
use crate::diagnostics::{Diagnostic, Related};
use crate::model::{Blueprint, TextUser};
use crate::text::{Span, TextEdit};

/// Merges findings of one rule about one shared span, and takes away the fixes that edit what others use, too. Takes
/// n log n for n findings.
pub(super) fn settle(blueprint: &Blueprint, text: &str, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if !blueprint.shares_text() {
        return found;
    }
    let mut first: BTreeMap<(&'static str, Span), usize> = BTreeMap::new();
    let mut out: Vec<(Diagnostic, usize)> = Vec::new();
    for diagnostic in found {
        let shared = !blueprint.shared_with(diagnostic.span).is_empty();
        let key = (diagnostic.rule, diagnostic.span);
        if let Some(index) = first.get(&key).filter(|_| shared) {
            let (kept, count) = &mut out[*index];
            merge(kept, diagnostic);
            *count += 1;
        } else {
            first.insert(key, out.len());
            out.push((diagnostic, 1));
        }
    }
    out.into_iter().map(|(diagnostic, count)| finish(blueprint, text, diagnostic, count)).collect()
}

/// Says of `kept` that it is about the subject of `other`, too; the worse of the two speaks.
fn merge(kept: &mut Diagnostic, mut other: Diagnostic) {
    if other.severity > kept.severity {
        std::mem::swap(kept, &mut other);
    }
    let nodes = other.subject.node.into_iter().chain(other.subject.also);
    for node in nodes {
        if kept.subject.node.as_ref() != Some(&node) && !kept.subject.also.contains(&node) {
            kept.subject.also.push(node);
        }
    }
}

/// Names the others, and keeps the fixes that are right for everyone: `count` users have the finding. An anchor that a
/// fix would take may be what an alias somewhere else needs.
fn finish(
    blueprint: &Blueprint,
    text: &str,
    mut diagnostic: Diagnostic,
    count: usize,
) -> Diagnostic {
    let is_right = |span: Span| blueprint.shared_with(span).len() <= count.max(1);
    let keeps_anchors = |edit: &TextEdit| {
        anchors_in(edit.span.slice(text)).all(|name| edit.text.contains(&format!("&{name}")))
    };
    diagnostic
        .fixes
        .retain(|fix| fix.edits.iter().all(|edit| is_right(edit.span) && keeps_anchors(edit)));
    if count > 1 {
        let users = blueprint.shared_with(diagnostic.span);
        for user in users.iter().skip(1).take(SHOWN) {
            let TextUser::Resource(resource) = user else { continue };
            let resource = blueprint.resource(*resource);
            let message = format!("`{}` uses the same text", resource.label());
            diagnostic.related.push(Related { span: resource.head(), file: None, message });
        }
    }
    diagnostic
}

/// The names of the anchors in a piece of YAML, and of what only looks like one.
fn anchors_in(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\n', '[', '{', ',']).filter_map(|word| word.trim_end().strip_prefix('&'))
}
