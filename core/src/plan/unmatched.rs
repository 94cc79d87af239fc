//! What only one side has, for whoever looks for likenesses: what was taken once is matched.

use std::collections::BTreeMap;

use crate::diff::{Pairing, PartKind, Side};
use crate::platform::Kind;

/// Two parts that look like one under two names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    /// The item of the base.
    pub(super) base: usize,
    /// The item of the head.
    pub(super) head: usize,
    /// Why, in words for the parentheses behind "it looks renamed from X".
    pub(super) reason: String,
}

/// What only one side has and nothing looks like yet.
pub(super) struct Unmatched<'a> {
    pub(super) base: &'a Side<'a>,
    pub(super) head: &'a Side<'a>,
    pairing: &'a Pairing,
    of_base: &'a [Option<usize>],
    /// By items: whether it is unmatched still.
    open_base: Vec<bool>,
    open_head: Vec<bool>,
}

/// Keys of items, each with its item and the words for it.
pub(super) type Keys<K> = Vec<((PartKind, Option<Kind>, K), (usize, String))>;

impl<'a> Unmatched<'a> {
    /// Of both sides, what has no partner and may look like something.
    pub(super) fn new(
        (base, head): (&'a Side<'a>, &'a Side<'a>),
        pairing: &'a Pairing,
        of_base: &'a [Option<usize>],
        is_open_in_base: &dyn Fn(usize) -> bool,
        of_head: &[Option<usize>],
    ) -> Self {
        let open_base = (0..base.items.len()).map(is_open_in_base).collect();
        // What has no name yet has no new one.
        let is_named = |item: usize| !head.items[item].name.is_empty();
        let open_head =
            of_head.iter().enumerate().map(|(item, old)| old.is_none() && is_named(item)).collect();
        Self { base, head, pairing, of_base, open_base, open_head }
    }

    /// The head's item for one of the base.
    pub(super) fn of_base(&self, item: usize) -> Option<usize> {
        self.of_base[item]
    }

    pub(super) fn is_open_in_base(&self, item: usize) -> bool {
        self.open_base[item]
    }

    pub(super) fn is_open_in_head(&self, item: usize) -> bool {
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
            && !matches!(
                item.sort,
                // What becomes of a read replica is decided by the list that it left, not by what is new beside it.
                PartKind::File | PartKind::Project | PartKind::Environment | PartKind::Replica
            )
    });
    named
        .filter_map(|(index, item)| {
            let (key, words) = key(index)?;
            Some(((item.sort, item.kind, key), (index, words)))
        })
        .collect()
}
