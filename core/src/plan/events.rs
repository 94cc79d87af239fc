//! Everything that differs, in the order of the plan: the head's parts, each with its fields, then those that are gone.

use std::collections::{BTreeMap, BTreeSet};

use super::consequence::Mode;
use super::event::{Event, Variables, What};
use super::matching::was_created;
use super::sides::{Sides, variables_of};
use super::source::Source;
use crate::diff::{Item, PartKind, Side, differing, fields, is_told_by_parts};
use crate::model::EnvVar;
use crate::platform::Kind;

/// Tells every difference of two sides, with the [`variables`] of their parts.
pub(super) fn each<'a>(
    sides: &'a Sides<'a>,
    variables: &'a [Variables<'a>],
    tell: &mut dyn FnMut(Event<'a>),
) {
    for (index, new) in sides.head.items.iter().enumerate() {
        let old = sides.matching.of_head(index).map(|old| &sides.base.items[old]);
        let mut event = |what| tell(Event { sides, old, new: Some(new), what });
        let Some(old) = old else {
            // The frame of the file is no part that Render creates.
            if new.sort != PartKind::File {
                event(What::Created(sides.matching.likeness_of_head(index)));
            }
            let mut values = fields(&sides.head, new, &|_| None);
            for var in variables_of(sides.head.blueprint(), new) {
                let name = format!("envVars.{}", var.key.text().unwrap_or_default());
                if let Some(value) = values.remove(&name) {
                    event(What::NewVariable { name, value, var });
                }
            }
            continue;
        };
        if sides.mode == Mode::First && new.resource().is_some() {
            event(What::TakenOver);
        }
        let names = |item: usize| sides.pairing.new_name(&sides.base, &sides.head, item);
        let before = fields(&sides.base, old, &names);
        let after = fields(&sides.head, new, &|_| None);
        for name in differing(&before, &after).into_iter().cloned() {
            if is_default_region(sides, old, new, &name)
                || is_told_by_parts(&sides.base, &sides.head, old, new, &name)
            {
                continue;
            }
            event(What::Field {
                before: before.get(&name).cloned(),
                after: after.get(&name).cloned(),
                name,
                variables: &variables[index],
            });
        }
        if !sides.pairing.same_scope(&sides.base, &sides.head, old.scope, new.scope) {
            event(What::Scope);
        }
        if sides.mode == Mode::Later && is_moved_between_files(sides, old, new) {
            event(What::File);
        }
    }
    let made = names_of_new(sides);
    for (index, old) in sides.base.items.iter().enumerate() {
        let is_gone = sides.matching.of_base(index).is_none() && old.sort != PartKind::File;
        // What Render never took, and is created now under its name, is told by what is created.
        let is_made_at_last =
            !was_created(&sides.base, old) && made.contains(&(old.name, old.part.scope.as_deref()));
        if is_gone && !is_made_at_last {
            let like = sides.matching.likeness_of_base(index);
            tell(Event { sides, old: Some(old), new: None, what: What::Left(like) });
        }
    }
}

/// Whether a group or a resource is in another file of the workspace. Replicas go with their primary.
fn is_moved_between_files(sides: &Sides<'_>, old: &Item<'_>, new: &Item<'_>) -> bool {
    let is_told = matches!(new.sort, PartKind::Group | PartKind::Service | PartKind::Database);
    let (base, head) = (sides.base.blueprint(), sides.head.blueprint());
    is_told
        && base.roots.len() > 1
        && head.roots.len() > 1
        && base.root(base.file_of(old.scope)).path != head.root(head.file_of(new.scope)).path
}

/// The names and scopes of the resources that the head has and the base does not.
fn names_of_new<'a>(sides: &'a Sides<'_>) -> BTreeSet<(&'a str, Option<&'a str>)> {
    let items = sides.head.items.iter().enumerate();
    let new = items.filter(|(index, item)| {
        sides.matching.of_head(*index).is_none() && item.resource().is_some()
    });
    new.map(|(_, item)| (item.name, item.part.scope.as_deref())).collect()
}

/// The variables of the parts of both sides, by the items of the head.
pub(super) fn variables<'a>(sides: &'a Sides<'a>) -> Vec<Variables<'a>> {
    let of = |side: &'a Side<'a>, item: &Item<'_>| {
        let vars = variables_of(side.blueprint(), item).iter().rev();
        vars.filter_map(|var| Some((var.key.text()?, var))).collect()
    };
    let both = sides.head.items.iter().enumerate().map(|(index, new)| {
        let Some(old) = sides.matching.of_head(index) else { return Variables::default() };
        let (old, new) = (of(&sides.base, &sides.base.items[old]), of(&sides.head, new));
        let renamed_secret = only_secret(&old, &new).zip(only_secret(&new, &old));
        Variables { old, new, renamed_secret }
    });
    both.collect()
}

/// The key of the only variable with `generateValue` that the other side does not have.
fn only_secret<'a>(
    here: &BTreeMap<&'a str, &'a EnvVar>,
    there: &BTreeMap<&'a str, &'a EnvVar>,
) -> Option<&'a str> {
    let mut found = here
        .iter()
        .filter(|(key, var)| Source::of(var) == Source::Generated && !there.contains_key(*key));
    found.next().filter(|_| found.next().is_none()).map(|(key, _)| *key)
}

/// Whether a region differs only because one of the two kinds has none.
fn is_default_region(sides: &Sides<'_>, old: &Item<'_>, new: &Item<'_>, field: &str) -> bool {
    let written = |side: &Side<'_>, item: &Item<'_>| {
        item.resource().is_some_and(|id| !side.blueprint().resource(id).region.is_absent())
    };
    let has = |item: &Item<'_>| item.kind.is_some_and(Kind::has_region);
    field == "region"
        && has(old) != has(new)
        && !written(&sides.base, old)
        && !written(&sides.head, new)
}
