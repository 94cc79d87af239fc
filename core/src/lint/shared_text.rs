//! Text that several resources share, through an anchor, an alias or a merge key: what is wrong with it is said once, for
//! all of them, and no fix for one of them changes it for the others.

use std::collections::{BTreeMap, BTreeSet};

use super::aliases::{Aliases, anchors_of};
use super::phrases::SHOWN;
use crate::diagnostics::{Diagnostic, Fix, Related, Safety, Subject};
use crate::edit::end_of_entry;
use crate::model::{Blueprint, TextUser};
use crate::sort;
use crate::text::{Span, TextEdit};

/// Merges findings of one rule about one shared span, and takes away the fixes that edit what others use, too. Takes
/// n log n for n findings and as many aliases.
pub(super) fn settle(blueprint: &Blueprint, text: &str, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if !blueprint.shares_text() {
        return found;
    }
    let mut first: BTreeMap<(&'static str, Span), usize> = BTreeMap::new();
    let mut out: Vec<(Diagnostic, usize)> = Vec::new();
    // A piece of text may have thousands of users, and a finding for each.
    let mut is_shared: BTreeMap<Span, bool> = BTreeMap::new();
    let mut named: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for mut diagnostic in found {
        let span = diagnostic.span;
        let shared = || !blueprint.shared_with(span).is_empty();
        let shared = *is_shared.entry(span).or_insert_with(shared);
        let key = (diagnostic.rule, diagnostic.span);
        if let Some(index) = first.get(&key).filter(|_| shared) {
            let (kept, count) = &mut out[*index];
            let named = named.entry(*index).or_default();
            // The worse of the two speaks.
            if diagnostic.severity > kept.severity {
                std::mem::swap(kept, &mut diagnostic);
                named.clear();
            }
            merge(&mut kept.subject, named, &diagnostic.subject);
            *count += 1;
        } else {
            first.insert(key, out.len());
            out.push((diagnostic, 1));
        }
    }
    let aliases = Aliases::of(text);
    let kept = at_aliases(&aliases, &out);
    out.into_iter()
        .map(|(diagnostic, count)| {
            finish(&Shared { blueprint, text, aliases: &aliases, kept: &kept }, diagnostic, count)
        })
        .collect()
}

/// Says that what is about one subject is about another, too. `named` is everybody in `kept`, or still empty.
fn merge(kept: &mut Subject, named: &mut BTreeSet<String>, other: &Subject) {
    if named.is_empty() {
        named.extend(kept.node.iter().chain(&kept.also).cloned());
    }
    for node in other.node.iter().chain(&other.also) {
        if named.insert(node.clone()) {
            kept.also.push(node.clone());
        }
    }
}

/// What is known of the text when a finding is finished.
struct Shared<'a> {
    blueprint: &'a Blueprint,
    text: &'a str,
    aliases: &'a Aliases<'a>,
    kept: &'a AtAliases,
}

/// The safe fixes that replace or remove an alias, by the place of the alias: the rule, the fix, and whom it is about.
type AtAliases = BTreeMap<usize, Vec<(&'static str, Fix, Subject)>>;

/// The safe fixes that replace or remove an alias, by the place of the alias, each with its rule.
fn at_aliases(aliases: &Aliases<'_>, found: &[(Diagnostic, usize)]) -> AtAliases {
    let mut out = AtAliases::new();
    for (diagnostic, _) in found {
        let Some(fix) = diagnostic.fixes.first().filter(|fix| fix.safety == Safety::Safe) else {
            continue;
        };
        for edit in &fix.edits {
            for place in aliases.inside(edit.span) {
                let one = (diagnostic.rule, fix.clone(), diagnostic.subject.clone());
                out.entry(*place).or_default().push(one);
            }
        }
    }
    out
}

/// Names the others, and keeps the fixes that are right for everyone: `count` users have the finding. An anchor that a
/// fix would take may be what an alias somewhere else needs.
fn finish(shared: &Shared<'_>, mut diagnostic: Diagnostic, count: usize) -> Diagnostic {
    let Shared { blueprint, text, .. } = *shared;
    // A line that comes behind the comment of an entry comes behind the entry.
    let place = |edit: &TextEdit| {
        let is_line = edit.span.is_empty() && edit.text.starts_with(['\n', '\r']);
        if is_line { Span::at(end_of_entry(text, edit.span.start())) } else { edit.span }
    };
    let is_right = |edit: &TextEdit| blueprint.shared_with(place(edit)).len() <= count.max(1);
    let keeps_anchors = |edit: &TextEdit| {
        let mut inside = anchors_of(text, edit.span).into_iter();
        inside.all(|(name, at)| at < edit.span.start() || edit.text.contains(&format!("&{name}")))
    };
    let fixes = std::mem::take(&mut diagnostic.fixes);
    for fix in fixes {
        let is_kept = fix.edits.iter().all(|edit| is_right(edit) && keeps_anchors(edit));
        if is_kept && (fix.safety == Safety::Safe || takes_aliases_along(shared, &fix)) {
            diagnostic.fixes.push(fix);
        } else if fix.safety == Safety::Safe
            && let Some((fix, subject)) = with_aliases(shared, diagnostic.rule, fix, count)
        {
            merge(&mut diagnostic.subject, &mut BTreeSet::new(), &subject);
            diagnostic.fixes.push(fix);
        }
    }
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

/// Whether a fix that changes a value with an anchor also writes something else in place of each of its aliases: one
/// resource may use the value twice, and mean something else by it. A safe fix keeps what the value means.
fn takes_aliases_along(shared: &Shared<'_>, fix: &Fix) -> bool {
    let mut edited: Vec<Span> = fix.edits.iter().map(|edit| edit.span).collect();
    sort::ascending(&mut edited);
    let is_edited = |place: &usize| {
        let before = edited.partition_point(|span| span.start() <= *place);
        before.checked_sub(1).is_some_and(|at| *place < edited[at].end())
    };
    fix.edits.iter().all(|edit| {
        let anchors = anchors_of(shared.text, edit.span).into_iter();
        let mut of_value = anchors.filter(|(_, at)| *at < edit.span.start());
        of_value.all(|(name, at)| shared.aliases.of_anchor(name, at).iter().all(is_edited))
    })
}

/// A fix of what has an anchor, with a fix for each of its aliases, of the same rule where it has one, so that nobody
/// else uses the text any more; and whom those are about. `None` when something else shares the text.
fn with_aliases(
    shared: &Shared<'_>,
    rule: &'static str,
    fix: Fix,
    count: usize,
) -> Option<(Fix, Subject)> {
    let mut edits = fix.edits.clone();
    let (mut subject, mut named) = (Subject::default(), BTreeSet::new());
    let mut users = count.max(1);
    for edit in &fix.edits {
        for (name, at) in anchors_of(shared.text, edit.span) {
            for place in shared.aliases.of_anchor(name, at) {
                let there = shared.kept.get(place)?;
                let same_rule = there.iter().find(|(other, ..)| *other == rule);
                let (_, of_alias, about) = same_rule.or_else(|| there.first())?;
                edits.extend(of_alias.edits.iter().cloned());
                merge(&mut subject, &mut named, about);
                users += 1;
            }
        }
    }
    let mut by_place: Vec<&TextEdit> = edits.iter().collect();
    crate::sort::ascending(&mut by_place);
    by_place.dedup();
    let apart = by_place.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start());
    let only_theirs =
        fix.edits.iter().all(|edit| shared.blueprint.shared_with(edit.span).len() <= users);
    let edits = by_place.into_iter().cloned().collect();
    (apart && only_theirs).then_some((Fix { edits, ..fix }, subject))
}
