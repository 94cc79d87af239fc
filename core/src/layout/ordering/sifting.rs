//! Orders things that lie side by side, when each pair says which of the two had better come first.
//!
//! One after the other is inserted at the best place, and then each is taken out and put in once more (Matuszewski,
//! Schönfeld and Molitor, "Using sifting for k-layer straightline crossing minimization"). O(things²) per round.

/// Lists longer than this are ordered by one insertion each, without sifting.
const MOST_SIFTED: usize = 80;

/// The order of `count` things, by `price(a, b)`: what it costs to have `a` before `b`. Equals keep their order.
pub(crate) fn sift(count: usize, price: &dyn Fn(usize, usize) -> i32) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(count);
    for thing in 0..count {
        let place = best_place(&order, thing, order.len(), price);
        order.insert(place, thing);
    }
    if (2..=MOST_SIFTED).contains(&count) {
        for thing in 0..count {
            let Some(place) = order.iter().position(|&other| other == thing) else { continue };
            order.remove(place);
            let place = best_place(&order, thing, place, price);
            order.insert(place, thing);
        }
    }
    order
}

/// Where a thing costs least among the others: at `start`, unless another place is better.
fn best_place(
    order: &[usize],
    thing: usize,
    start: usize,
    price: &dyn Fn(usize, usize) -> i32,
) -> usize {
    let passing = |other: usize| price(thing, other) - price(other, thing);
    let (mut best, mut best_cost) = (start, 0);
    let mut cost = 0;
    // Upwards: passing `other` puts the thing before it.
    for place in (0..start).rev() {
        cost += passing(order[place]);
        if cost < best_cost {
            (best, best_cost) = (place, cost);
        }
    }
    cost = 0;
    for (place, &other) in order.iter().enumerate().skip(start) {
        cost -= passing(other);
        if cost < best_cost {
            (best, best_cost) = (place + 1, cost);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stand_as_pairs_wish_and_equals_stay() {
        let rank = [3, 1, 2, 0];
        let by_rank = |a: usize, b: usize| i32::from(rank[a] > rank[b]);
        assert_eq!(sift(4, &by_rank), [3, 1, 2, 0]);
        assert_eq!(sift(4, &|_, _| 0), [0, 1, 2, 3]);
        assert_eq!(sift(0, &|_, _| 0), Vec::<usize>::new());
    }
}
