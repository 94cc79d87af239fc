//! Which part of the base is which part of the head: by name and scope first, then by name, then by content. Ids do not
//! serve for that: which of two equal names keeps the bare id depends on their order.

use std::collections::BTreeMap;

use super::fields::fields;
use super::part::{Item, PartKind, Side};
use super::wiring::{moved_references, not_renamed};
use crate::model::{EnvironmentId, Scope};
use crate::platform::Kind;
use crate::sort;

/// Who is who.
pub(crate) struct Pairing {
    base: Vec<Option<usize>>,
    head: Vec<Option<usize>>,
}

/// A scope by the head's environments.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PairedScope {
    Root,
    Ungrouped,
    /// An environment of the head, by its item.
    Environment(usize),
    /// An environment that only the base has, by its item.
    Gone(usize),
}

/// Gives an item the key it is matched by; `None` leaves it out.
type KeyOf<'k, K> = &'k dyn Fn(&Pairing, usize) -> Option<K>;

impl Pairing {
    /// Matches the parts of two sides.
    pub(crate) fn new(base: &Side<'_>, head: &Side<'_>) -> Self {
        let mut pairing =
            Self { base: vec![None; base.items.len()], head: vec![None; head.items.len()] };
        pairing.frame(base, head);
        pairing.members(base, head);
        pairing.renamed(base, head);
        pairing
    }

    /// The head's item for one of the base.
    pub(crate) fn of_base(&self, item: usize) -> Option<usize> {
        self.base[item]
    }

    /// The base's item for one of the head.
    pub(crate) fn of_head(&self, item: usize) -> Option<usize> {
        self.head[item]
    }

    /// The name that an item of the base goes by in the head, when it is another one.
    pub(crate) fn new_name(&self, base: &Side<'_>, head: &Side<'_>, item: usize) -> Option<String> {
        let now = head.items[self.base[item]?].name;
        // A name that cannot be read is no new one.
        (now != base.items[item].name && !now.is_empty()).then(|| now.to_owned())
    }

    /// Whether a scope of the base is that scope of the head.
    pub(crate) fn same_scope(
        &self,
        base: &Side<'_>,
        head: &Side<'_>,
        old: Scope,
        new: Scope,
    ) -> bool {
        self.scope_in_base(base, old) == scope_in_head(head, new)
    }

    /// A scope of the base, by the head's environments.
    pub(super) fn scope_in_base(&self, base: &Side<'_>, scope: Scope) -> PairedScope {
        match environment_item(base, scope) {
            Some(item) => self.base[item].map_or(PairedScope::Gone(item), PairedScope::Environment),
            None => bare(scope),
        }
    }

    /// Matches what is left by a key, equal keys in source order.
    fn round<K: Ord>(&mut self, old: KeyOf<'_, K>, new: KeyOf<'_, K>) -> bool {
        let mut free: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for item in (0..self.head.len()).rev().filter(|item| self.head[*item].is_none()) {
            if let Some(key) = new(self, item) {
                free.entry(key).or_default().push(item);
            }
        }
        let mut found = false;
        for item in 0..self.base.len() {
            if self.base[item].is_some() {
                continue;
            }
            let partner = old(self, item).and_then(|key| free.get_mut(&key)?.pop());
            if let Some(partner) = partner {
                self.base[item] = Some(partner);
                self.head[partner] = Some(item);
                found = true;
            }
        }
        found
    }

    /// The file, its projects and environments; those that are gone, with the ones that hold the same names.
    fn frame(&mut self, base: &Side<'_>, head: &Side<'_>) {
        let named = |side: &Side<'_>, item: usize, sort: PartKind| {
            let item = &side.items[item];
            (item.sort == sort).then(|| item.name.to_owned())
        };
        for sort in [PartKind::File, PartKind::Project] {
            self.round(&|_, item| named(base, item, sort), &|_, item| named(head, item, sort));
        }
        let contained = |side: &Side<'_>, item: usize| {
            (side.items[item].sort == PartKind::Project).then(|| environments_of(side, item))
        };
        self.round(&|_, item| contained(base, item), &|_, item| contained(head, item));
        self.round(
            &|pairing, item| {
                Some((
                    pairing.base[project_of(base, item)?],
                    named(base, item, PartKind::Environment)?,
                ))
            },
            &|_, item| {
                Some((Some(project_of(head, item)?), named(head, item, PartKind::Environment)?))
            },
        );
        let members = |side: &Side<'_>, item: usize| {
            let names = members_of(side, item)?;
            (!names.is_empty()).then_some(names)
        };
        self.round(&|_, item| members(base, item), &|_, item| members(head, item));
    }

    /// Groups and resources: the same name in the same scope; then of another kind; then in another scope.
    fn members(&mut self, base: &Side<'_>, head: &Side<'_>) {
        type Wanted = (PartKind, String, Option<Option<Kind>>, Option<PairedScope>);
        let key = |item: &Item<'_>,
                   scope: PairedScope,
                   same_kind: bool,
                   same_scope: bool|
         -> Option<Wanted> {
            is_member(item).then(|| {
                (
                    item.sort,
                    item.name.to_owned(),
                    same_kind.then_some(item.kind),
                    same_scope.then_some(scope),
                )
            })
        };
        for (kind, scope) in [(true, true), (false, true), (true, false), (false, false)] {
            self.round(
                &|pairing, index| {
                    let item = &base.items[index];
                    key(item, pairing.scope_in_base(base, item.scope), kind, scope)
                },
                &|_, index| {
                    let item = &head.items[index];
                    key(item, scope_in_head(head, item.scope), kind, scope)
                },
            );
        }
    }

    /// What has the same fields in the same scope, and is not still named as before. A new name of a target changes no
    /// field, so this goes on until nothing more is found. Key Values are all alike: of them, only one that took over the
    /// callers of another has a new name.
    fn renamed(&mut self, base: &Side<'_>, head: &Side<'_>) {
        let content = |item: &Item<'_>, scope: PairedScope, fields: super::value::Fields| {
            is_member(item).then_some((item.sort, item.kind, scope, fields))
        };
        let kept = not_renamed(base, head);
        let is_open = (&|old: usize| self.base[old].is_none() && !kept[old], &|new: usize| {
            self.head[new].is_none()
        });
        let moved =
            moved_references((base, head), &|caller| self.base[caller], (&is_open.0, &is_open.1));
        let heirs: BTreeMap<usize, usize> =
            moved.into_keys().filter(|(old, _)| is_key_value(&base.items[*old])).collect();
        // Of several that one took over from, the first in the file goes on in it.
        let of_heirs: BTreeMap<usize, usize> =
            heirs.iter().rev().map(|(old, new)| (*new, *old)).collect();
        let heir = |item: &Item<'_>, old: Option<usize>| match (is_key_value(item), old) {
            (true, None) => None,
            (true, old) => Some(old),
            (false, _) => Some(None),
        };
        while self.round(
            &|pairing, index| {
                let item = &base.items[index];
                let heir = heir(item, heirs.contains_key(&index).then_some(index))?;
                if kept[index] && !item.name.is_empty() {
                    return None;
                }
                let names = |target: usize| pairing.new_name(base, head, target);
                let scope = pairing.scope_in_base(base, item.scope);
                Some((content(item, scope, fields(base, item, &names))?, heir))
            },
            &|_, index| {
                let item = &head.items[index];
                let heir = heir(item, of_heirs.get(&index).copied())?;
                let scope = scope_in_head(head, item.scope);
                Some((content(item, scope, fields(head, item, &|_| None))?, heir))
            },
        ) {}
    }
}

/// A scope of the head.
pub(super) fn scope_in_head(head: &Side<'_>, scope: Scope) -> PairedScope {
    environment_item(head, scope).map_or_else(|| bare(scope), PairedScope::Environment)
}

fn environment_item(side: &Side<'_>, scope: Scope) -> Option<usize> {
    match scope {
        Scope::Environment(id) => side.item_of(PartKind::Environment, id.0),
        Scope::Root(_) | Scope::Ungrouped(_) => None,
    }
}

fn bare(scope: Scope) -> PairedScope {
    match scope {
        Scope::Ungrouped(_) => PairedScope::Ungrouped,
        Scope::Root(_) | Scope::Environment(_) => PairedScope::Root,
    }
}

fn is_member(item: &Item<'_>) -> bool {
    matches!(
        item.sort,
        PartKind::Group | PartKind::Service | PartKind::Database | PartKind::Replica
    )
}

fn is_key_value(item: &Item<'_>) -> bool {
    item.kind == Some(Kind::KeyValue)
}

/// The item of the project of an environment.
fn project_of(side: &Side<'_>, item: usize) -> Option<usize> {
    let item = &side.items[item];
    let environment = side.blueprint().environments.get(item.index)?;
    (item.sort == PartKind::Environment)
        .then(|| side.item_of(PartKind::Project, environment.project))
        .flatten()
}

/// The names of a project's environments, sorted.
fn environments_of(side: &Side<'_>, project: usize) -> Vec<String> {
    let index = side.items[project].index;
    let mut names: Vec<String> = side
        .blueprint()
        .environments
        .iter()
        .filter(|environment| environment.project == index)
        .map(|environment| environment.name.text().unwrap_or_default().to_owned())
        .collect();
    sort::ascending(&mut names);
    names
}

/// The names of what is in an environment, sorted.
fn members_of(side: &Side<'_>, environment: usize) -> Option<Vec<(PartKind, String)>> {
    let item = &side.items[environment];
    if item.sort != PartKind::Environment {
        return None;
    }
    let scope = Scope::Environment(EnvironmentId(item.index));
    let mut names: Vec<(PartKind, String)> = side
        .items
        .iter()
        .filter(|member| is_member(member) && member.scope == scope)
        .map(|member| (member.sort, member.name.to_owned()))
        .collect();
    sort::ascending(&mut names);
    Some(names)
}
