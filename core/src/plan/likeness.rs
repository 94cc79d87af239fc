//! Which part that is gone looks like the former self of one that is new. This is never sure, so every likeness has its
//! reason, and what is sure is said in any case: one is created, one is left behind.

use std::collections::BTreeMap;

use super::unmatched::{Keys, Likeness, Unmatched};
use crate::diff::{Fields, Item, PartKind, Side, fields, moved_references};
use crate::platform::{BESIDE_THE_PROGRAM, Kind, USED_BY_NEXT_DEPLOY};

/// The likenesses of what only one side has, surest first: by who refers to it, by all its fields, by what it runs,
/// by being the only one of its kind.
pub(super) fn likenesses(unmatched: &mut Unmatched<'_>) -> Vec<Likeness> {
    let mut found = by_wiring(unmatched);
    found.extend(by_content(unmatched));
    found.extend(by_program(unmatched));
    found.extend(by_being_alone(unmatched));
    found
}

/// What a variable of a caller referred to before, and refers to now.
fn by_wiring(unmatched: &mut Unmatched<'_>) -> Vec<Likeness> {
    let mut votes = moved_references(
        (unmatched.base, unmatched.head),
        &|caller| unmatched.of_base(caller),
        (&|old| unmatched.is_open_in_base(old), &|new| unmatched.is_open_in_head(new)),
    );
    votes.retain(|(old, new), _| {
        same_kind(&unmatched.base.items[*old], &unmatched.head.items[*new])
    });
    let mut ranked: Vec<_> = votes.into_iter().collect();
    crate::sort::by_key(&mut ranked, |(_, callers)| std::cmp::Reverse(callers.len()));
    let mut found = Vec::new();
    for ((base, head), callers) in ranked {
        if !unmatched.is_open_in_base(base) || !unmatched.is_open_in_head(head) {
            continue;
        }
        let Some((caller, variable)) = callers.first() else { continue };
        let name = &unmatched.head.items[*caller].part.name;
        let reason = match callers.len() - 1 {
            0 => format!("`{variable}` of `{name}` refers to it now"),
            more => {
                format!("`{variable}` of `{name}` refers to it now, and so {}", others(more))
            }
        };
        found.push(unmatched.take(base, head, reason));
    }
    found
}

fn others(more: usize) -> String {
    if more == 1 { "does another variable".to_owned() } else { format!("do {more} others") }
}

/// What has the same fields. A new name of a target changes no field, so this goes on until nothing more is found.
fn by_content(unmatched: &mut Unmatched<'_>) -> Vec<Likeness> {
    let mut all = Vec::new();
    loop {
        let content = |side: &Side<'_>, item: usize, names: &dyn Fn(usize) -> Option<String>| {
            let found = fields(side, &side.items[item], names);
            (!found.is_empty() && !is_like_any_other(side, item)).then(|| (found, String::new()))
        };
        let keys = |unmatched: &Unmatched<'_>| {
            let names = |target: usize| unmatched.new_name(target);
            let old = unmatched.keys_of_base(&|item| content(unmatched.base, item, &names));
            let new = unmatched.keys_of_head(&|item| content(unmatched.head, item, &|_| None));
            (old, new)
        };
        let (old, new) = keys(unmatched);
        let found = unmatched.pair::<Fields>(old, new, "all its fields are the same");
        if found.is_empty() {
            return all;
        }
        all.extend(found);
    }
}

/// Whether a field says which program a service runs.
fn tells_program(name: &str) -> bool {
    USED_BY_NEXT_DEPLOY.contains(&name) && !BESIDE_THE_PROGRAM.contains(&name)
}

/// What runs the same program, or holds the same database.
fn by_program(unmatched: &mut Unmatched<'_>) -> Vec<Likeness> {
    let program = |side: &Side<'_>, item: usize| {
        let item = &side.items[item];
        let tells = match item.sort {
            PartKind::Service => tells_program,
            PartKind::Database => |name: &str| matches!(name, "databaseName" | "user"),
            _ => return None,
        };
        let mut found = fields(side, item, &|_| None);
        found.retain(|name, _| tells(name));
        let told: Vec<String> = found.keys().map(|name| format!("`{name}`")).collect();
        let enough = if item.sort == PartKind::Database { 2 } else { 1 };
        (found.len() >= enough).then(|| (found, told.join(", ")))
    };
    let old = unmatched.keys_of_base(&|item| program(unmatched.base, item));
    let new = unmatched.keys_of_head(&|item| program(unmatched.head, item));
    unmatched.pair::<Fields>(old, new, "the same ")
}

/// The only one of a kind that is gone, and the only one that is new, when at least half of their settings are the same.
fn by_being_alone(unmatched: &mut Unmatched<'_>) -> Vec<Likeness> {
    let named = |side: &Side<'_>, item: usize| {
        (!is_like_any_other(side, item)).then(|| ((), String::new()))
    };
    let old = only_ones(unmatched.keys_of_base(&|item| named(unmatched.base, item)));
    let new = only_ones(unmatched.keys_of_head(&|item| named(unmatched.head, item)));
    let mut found = Vec::new();
    for (kind, base) in old {
        let Some(head) = new.get(&kind) else { continue };
        let before = settings(unmatched.base, base);
        let after = settings(unmatched.head, *head);
        let same = before.iter().filter(|(name, value)| after.get(*name) == Some(value)).count();
        let all = before.len() + after.len() - same_names(&before, &after);
        if same >= 2 && 2 * same >= all {
            let reason =
                format!("the only one of its kind, and {same} of {all} settings are the same");
            found.push(unmatched.take(base, *head, reason));
        }
    }
    found
}

/// The items that are the only ones of their sort and kind.
fn only_ones(keys: Keys<()>) -> BTreeMap<(PartKind, Option<Kind>), usize> {
    let mut found: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for ((sort, kind, ()), (item, _)) in keys {
        found.entry((sort, kind)).or_default().push(item);
    }
    let only = |(kind, items): (_, Vec<usize>)| match items.as_slice() {
        [item] => Some((kind, *item)),
        _ => None,
    };
    found.into_iter().filter_map(only).collect()
}

/// The fields of a part but its variables, and those that nearly every part has in common.
fn settings(side: &Side<'_>, item: usize) -> Fields {
    let mut found = fields(side, &side.items[item], &|_| None);
    found.retain(|name, _| !name.starts_with("envVars") && name != "type" && name != "region");
    found
}

/// Whether the settings of a part say nothing about which one it is: Key Values are all alike, so that only their callers tell
/// one from another.
fn is_like_any_other(side: &Side<'_>, item: usize) -> bool {
    side.items[item].kind == Some(Kind::KeyValue)
}

fn same_names(one: &Fields, other: &Fields) -> usize {
    one.keys().filter(|name| other.contains_key(*name)).count()
}

/// Whether two parts are of one sort and kind.
pub(super) fn same_kind(old: &Item<'_>, new: &Item<'_>) -> bool {
    let kind = |item: &Item<'_>| -> (PartKind, Option<Kind>) { (item.sort, item.kind) };
    kind(old) == kind(new)
}
