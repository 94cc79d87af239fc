//! Putting things in order by one piece of code.
//!
//! The standard library compiles its sort anew for every type and every question, 3 to 8 KB of WebAssembly each time.
//! Here it is compiled once, for indices; the items are compared and swapped through a reference. Where
//! a sort is most of the work (crossings in the layout), the standard one stays.

use std::cmp::Ordering;

/// Sorts; equal items keep their order.
pub(crate) fn ascending<T: Ord>(items: &mut [T]) {
    by(items, Ord::cmp);
}

/// Sorts by a key; items of equal keys keep their order.
pub(crate) fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison; equal items keep their order.
pub(crate) fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let places = sorted(items.len(), &|a, b| compare(&items[a], &items[b]));
    arrange(places, &mut |a, b| items.swap(a, b));
}

/// The present index of each item, in the final order.
fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&a, &b| compare(a, b));
    places
}

/// Swaps until each index holds the item that was at the index noted for it.
fn arrange(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        while places[at] != start {
            let from = places[at];
            swap(at, from);
            places[at] = at;
            at = from;
        }
        places[at] = at;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_like_the_standard_library(mut items in proptest::collection::vec((0..9_u8, 0..9_u8), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            by_key(&mut items, |item| item.0);
            prop_assert_eq!(&items, &expected);
            expected.sort_unstable();
            ascending(&mut items);
            prop_assert_eq!(items, expected);
        }
    }
}
