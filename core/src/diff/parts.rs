//! Which parts changed, and which of their fields.

use super::difference::{FieldChange, PartChange, PartChangeKind, Shown};
use super::fields::fields;
use super::pairing::Pairing;
use super::part::{Item, Side};
use super::secret;
use super::value::Fields;
use crate::sort;

/// Every part that changed: those of the head in their order, then those that are gone.
pub(super) fn changes(base: &Side<'_>, head: &Side<'_>, pairing: &Pairing) -> Vec<PartChange> {
    let names = |item: usize| pairing.new_name(base, head, item);
    let same = |_: usize| None;
    let mut out = Vec::new();
    for (index, item) in head.items.iter().enumerate() {
        let after = fields(head, item, &same);
        let partner = pairing.of_head(index);
        let (kind, changed) = match partner.map(|index| &base.items[index]) {
            None => (PartChangeKind::Added, compare(&Fields::new(), &after)),
            Some(old) => {
                let mut changed = compare(&fields(base, old, &names), &after);
                changed.retain(|change| !is_told_by_parts(base, head, old, item, &change.field));
                if !pairing.same_scope(base, head, old.scope, item.scope) {
                    changed.push(moved(base, head, old, item));
                }
                // A name that is missing, as while somebody types, is no new name.
                let is_named = !old.name.is_empty() && !item.name.is_empty();
                if old.name != item.name && !is_named {
                    changed.push(name(old, item));
                }
                let kind = if old.name == item.name || !is_named {
                    PartChangeKind::Changed
                } else {
                    PartChangeKind::Renamed { from: old.part.name.clone() }
                };
                (kind, changed)
            }
        };
        let silent = kind == PartChangeKind::Changed && changed.is_empty();
        if !silent {
            out.push(PartChange { part: item.part.clone(), kind, fields: changed });
        }
    }
    for (index, item) in base.items.iter().enumerate() {
        if pairing.of_base(index).is_none() {
            let before = fields(base, item, &same);
            let fields = compare(&before, &Fields::new());
            out.push(PartChange { part: item.part.clone(), kind: PartChangeKind::Removed, fields });
        }
    }
    out
}

/// The scope of a part that is in another one now, as a field.
fn moved(base: &Side<'_>, head: &Side<'_>, old: &Item<'_>, new: &Item<'_>) -> FieldChange {
    let shown = |side: &Side<'_>, item: &Item<'_>| {
        Some(Shown { text: side.blueprint().scope_label(item.scope), hidden: false })
    };
    FieldChange { field: "scope".to_owned(), before: shown(base, old), after: shown(head, new) }
}

/// A name that is missing on one side, as a field.
fn name(old: &Item<'_>, new: &Item<'_>) -> FieldChange {
    let shown = |item: &Item<'_>| {
        (!item.name.is_empty()).then(|| Shown { text: item.name.to_owned(), hidden: false })
    };
    FieldChange { field: "name".to_owned(), before: shown(old), after: shown(new) }
}

/// Whether a field differs only because parts of their own came or went: an emptied or a filled list of read replicas.
pub(crate) fn is_told_by_parts(
    base: &Side<'_>,
    head: &Side<'_>,
    old: &Item<'_>,
    new: &Item<'_>,
    field: &str,
) -> bool {
    let lists = |side: &Side<'_>, item: &Item<'_>| {
        let resource = item.resource().map(|id| side.blueprint().resource(id));
        resource.is_some_and(|resource| resource.written(field).is_some())
    };
    field == "readReplicas" && lists(base, old) && lists(head, new)
}

/// The names of the fields that differ, sorted.
pub(crate) fn differing<'f>(before: &'f Fields, after: &'f Fields) -> Vec<&'f String> {
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    sort::ascending(&mut names);
    names.dedup();
    names.retain(|name| before.get(*name) != after.get(*name));
    names
}

/// The fields that differ, by name.
fn compare(before: &Fields, after: &Fields) -> Vec<FieldChange> {
    differing(before, after)
        .into_iter()
        .map(|name| FieldChange {
            field: name.clone(),
            before: before.get(name).map(|value| secret::shown(name, value)),
            after: after.get(name).map(|value| secret::shown(name, value)),
        })
        .collect()
}
