//! Which part of the base is which part of the head, for Render: it knows parts by their names alone. What a difference
//! takes for one part under a new name is two parts here, which look alike.

use std::collections::BTreeMap;

use super::likeness::{Likeness, likenesses};
use crate::diff::{Item, Pairing, PartKind, Side};
use crate::model::DeclaredKind;

/// Who is who.
pub(super) struct Matching {
    of_base: Vec<Option<usize>>,
    of_head: Vec<Option<usize>>,
    likenesses: Vec<Likeness>,
    /// Indices into the likenesses, by the items of base and head.
    like_base: BTreeMap<usize, usize>,
    like_head: BTreeMap<usize, usize>,
}

impl Matching {
    /// Matches the parts of two sides.
    pub(super) fn new(base: &Side<'_>, head: &Side<'_>, pairing: &Pairing) -> Self {
        let mut of_base: Vec<Option<usize>> = vec![None; base.items.len()];
        let mut of_head: Vec<Option<usize>> = vec![None; head.items.len()];
        for (index, new) in head.items.iter().enumerate() {
            let partner = pairing.of_head(index).filter(|old| {
                let old = &base.items[*old];
                old.name == new.name && was_created(base, old)
            });
            if let Some(old) = partner {
                of_base[old] = Some(index);
                of_head[index] = Some(old);
            }
        }
        let mut free = Free {
            base,
            head,
            pairing,
            of_base: &of_base,
            open_base: (0..base.items.len())
                .map(|item| of_base[item].is_none() && was_created(base, &base.items[item]))
                .collect(),
            open_head: of_head.iter().map(Option::is_none).collect(),
        };
        let likenesses = likenesses(&mut free);
        let like_base = likenesses.iter().enumerate().map(|(at, one)| (one.base, at)).collect();
        let like_head = likenesses.iter().enumerate().map(|(at, one)| (one.head, at)).collect();
        Self { of_base, of_head, likenesses, like_base, like_head }
    }

    /// The head's item for one of the base.
    pub(super) fn of_base(&self, item: usize) -> Option<usize> {
        self.of_base[item]
    }

    /// The base's item for one of the head.
    pub(super) fn of_head(&self, item: usize) -> Option<usize> {
        self.of_head[item]
    }

    /// What an item that only the head has looks like.
    pub(super) fn likeness_of_head(&self, item: usize) -> Option<&Likeness> {
        self.like_head.get(&item).map(|at| &self.likenesses[*at])
    }

    /// What an item that only the base has looks like.
    pub(super) fn likeness_of_base(&self, item: usize) -> Option<&Likeness> {
        self.like_base.get(&item).map(|at| &self.likenesses[*at])
    }
}

/// Whether Render can have created a part: a resource of a `type` that Render does not know was never there.
pub(super) fn was_created(side: &Side<'_>, item: &Item<'_>) -> bool {
    item.resource()
        .is_none_or(|id| matches!(side.blueprint().resource(id).kind, DeclaredKind::Stated(_)))
}

/// What only one side has and nothing looks like yet.
pub(super) struct Free<'a> {
    pub(super) base: &'a Side<'a>,
    pub(super) head: &'a Side<'a>,
    pairing: &'a Pairing,
    of_base: &'a [Option<usize>],
    open_base: Vec<bool>,
    open_head: Vec<bool>,
}

/// Keys of items, each with its item and the words for it.
pub(super) type Keys<K> = Vec<((PartKind, Option<crate::platform::Kind>, K), (usize, String))>;

impl Free<'_> {
    /// The head's item for one of the base.
    pub(super) fn of_base(&self, item: usize) -> Option<usize> {
        self.of_base[item]
    }

    pub(super) fn is_free_in_base(&self, item: usize) -> bool {
        self.open_base[item]
    }

    pub(super) fn is_free_in_head(&self, item: usize) -> bool {
        self.open_head[item]
    }

    /// The name that a part of the base goes by in the head, when the difference takes them for one.
    pub(super) fn new_name(&self, item: usize) -> Option<String> {
        self.pairing.new_name(self.base, self.head, item)
    }

    /// Takes two parts for one under two names.
    pub(super) fn take(&mut self, base: usize, head: usize, reason: String) -> Likeness {
        self.open_base[base] = false;
        self.open_head[head] = false;
        Likeness { base, head, reason }
    }

    /// The keys of what only the base has.
    pub(super) fn keys_of_base<K>(&self, key: &dyn Fn(usize) -> Option<(K, String)>) -> Keys<K> {
        keys(self.base, &self.open_base, key)
    }

    /// The keys of what only the head has.
    pub(super) fn keys_of_head<K>(&self, key: &dyn Fn(usize) -> Option<(K, String)>) -> Keys<K> {
        keys(self.head, &self.open_head, key)
    }

    /// Takes parts of equal keys for one, in source order.
    pub(super) fn pair<K: Ord>(
        &mut self,
        old: Keys<K>,
        new: Keys<K>,
        reason: &str,
    ) -> Vec<Likeness> {
        let mut waiting: BTreeMap<_, Vec<(usize, String)>> = BTreeMap::new();
        for (key, item) in new.into_iter().rev() {
            waiting.entry(key).or_default().push(item);
        }
        let mut found = Vec::new();
        for (key, (base, _)) in old {
            if let Some((head, words)) = waiting.get_mut(&key).and_then(Vec::pop) {
                found.push(self.take(base, head, format!("{reason}{words}")));
            }
        }
        found
    }
}

fn keys<K>(side: &Side<'_>, open: &[bool], key: &dyn Fn(usize) -> Option<(K, String)>) -> Keys<K> {
    let named = side.items.iter().enumerate().filter(|(index, item)| {
        open[*index]
            && !matches!(item.sort, PartKind::File | PartKind::Project | PartKind::Environment)
    });
    named
        .filter_map(|(index, item)| {
            let (key, words) = key(index)?;
            Some(((item.sort, item.kind, key), (index, words)))
        })
        .collect()
}
