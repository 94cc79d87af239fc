//! Sifting: an order of things when each pair says what it costs to have one of the two before the other.
//!
//! A thing is taken out and put in again where it costs least, all others standing still (Matuszewski, Schönfeld and
//! Molitor, "Using sifting for k-layer straightline crossing minimization"). Used for the vertices of a column, the ports
//! of a side and the segments of a channel. One thing takes O(things) prices. A list takes O(things²) up to
//! [`MOST_SIFTED`] things; in a longer one, each thing passes at most [`MOST_PASSED`] others, so that it takes O(things).

/// Lists longer than this are ordered by one insertion each, without a round of sifting.
const MOST_SIFTED: usize = 80;
/// So many things an inserted one may pass: a list of thousands is in order but for what is near.
const MOST_PASSED: usize = 400;

/// The order of `count` things, by `price(a, b)`: what it costs to have `a` before `b`. Equals keep their order.
pub(crate) fn sifted(count: usize, price: &dyn Fn(usize, usize) -> i32) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(count);
    for thing in 0..count {
        order.push(thing);
        let first = thing.saturating_sub(MOST_PASSED);
        sift(&mut order[first..], thing - first, price);
    }
    if (2..=MOST_SIFTED).contains(&count) {
        for thing in 0..count {
            if let Some(at) = order.iter().position(|&other| other == thing) {
                sift(&mut order, at, price);
            }
        }
    }
    order
}

/// Moves the thing at `at` to where it costs least among the others; it stays unless another place is better.
pub(crate) fn sift(order: &mut [usize], at: usize, price: &dyn Fn(usize, usize) -> i32) {
    let thing = order[at];
    let passing = |other: usize| price(thing, other) - price(other, thing);
    let (mut best, mut best_cost) = (at, 0);
    let mut cost = 0;
    // Upwards: passing `other` puts the thing before it.
    for place in (0..at).rev() {
        cost += passing(order[place]);
        if cost < best_cost {
            (best, best_cost) = (place, cost);
        }
    }
    cost = 0;
    for (place, &other) in order.iter().enumerate().skip(at + 1) {
        cost -= passing(other);
        if cost < best_cost {
            (best, best_cost) = (place, cost);
        }
    }
    if best < at {
        order[best..=at].rotate_right(1);
    } else {
        order[at..=best].rotate_left(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stand_as_pairs_wish_and_equals_stay() {
        let rank = [3, 1, 2, 0];
        let by_rank = |a: usize, b: usize| i32::from(rank[a] > rank[b]);
        assert_eq!(sifted(4, &by_rank), [3, 1, 2, 0]);
        assert_eq!(sifted(4, &|_, _| 0), [0, 1, 2, 3]);
        assert_eq!(sifted(0, &|_, _| 0), Vec::<usize>::new());
    }

    #[test]
    fn one_thing_moves_and_the_others_stand() {
        let ascending = |a: usize, b: usize| i32::from(a > b);
        let mut order = [1, 2, 0, 3];
        sift(&mut order, 2, &ascending);
        assert_eq!(order, [0, 1, 2, 3]);
        let mut order = [3, 0, 1, 2];
        sift(&mut order, 0, &ascending);
        assert_eq!(order, [0, 1, 2, 3]);
    }
}
