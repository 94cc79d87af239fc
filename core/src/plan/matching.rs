//! Which part of the base is which part of the head, for Render: it knows parts by their names alone. What a difference
//! takes for one part under a new name is two parts here, which look alike.

use std::collections::BTreeMap;

use super::likeness::likenesses;
use super::unmatched::{Likeness, Unmatched};
use crate::diff::{Item, Pairing, Side, not_renamed};
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
        let kept = not_renamed(base, head);
        let is_open_in_base = |item: usize| {
            of_base[item].is_none() && was_created(base, &base.items[item]) && !kept[item]
        };
        let mut unmatched =
            Unmatched::new((base, head), pairing, &of_base, &is_open_in_base, &of_head);
        let likenesses = likenesses(&mut unmatched);
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

/// Whether Render can have created a part: a resource of a `type` that Render does not know, or in the wrong list, was never
/// there.
pub(super) fn was_created(side: &Side<'_>, item: &Item<'_>) -> bool {
    item.resource()
        .is_none_or(|id| matches!(side.blueprint().resource(id).kind, DeclaredKind::Stated(_)))
}
