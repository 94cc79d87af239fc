//! The exponent of growth: the slope of a line through sizes and steps, both as logarithms.

/// A size and the work that it took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    /// How large the input is, or the answer.
    pub(super) size: f64,
    /// How many steps it took beyond those for a file of two resources.
    pub(super) steps: f64,
}

/// The exponent by least squares over all points; `None` of fewer than two.
pub(super) fn exponent(points: &[Point]) -> Option<f64> {
    let logs = || points.iter().map(|point| (point.size.ln(), point.steps.max(1.0).ln()));
    let count = points.len() as f64;
    let mean = |sum: f64| sum / count;
    let (x, y) = (mean(logs().map(|log| log.0).sum()), mean(logs().map(|log| log.1).sum()));
    let across: f64 = logs().map(|log| (log.0 - x) * (log.1 - y)).sum();
    let along: f64 = logs().map(|log| (log.0 - x).powi(2)).sum();
    (along > 0.0).then(|| across / along)
}

/// The exponent over the last factor of ten, where what grows fastest shows. What is drawn in another form or left out from
/// some size on makes one step, which would decide between two neighbours.
pub(super) fn last_exponent(points: &[Point]) -> Option<f64> {
    let largest = points.iter().map(|point| point.size).fold(0.0, f64::max);
    let of_last = points.partition_point(|point| point.size * 10.0 < largest * 0.999);
    exponent(&points[of_last..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(steps: impl Fn(f64) -> f64) -> Vec<Point> {
        [100.0, 300.0, 1000.0, 3000.0, 10_000.0]
            .map(|size| Point { size, steps: steps(size) })
            .to_vec()
    }

    #[test]
    fn powers_are_found() {
        for power in [1.0, 1.5, 2.0] {
            let found = exponent(&points(|size| 7.0 * size.powf(power)));
            assert!(found.is_some_and(|found| (found - power).abs() < 1e-9), "{found:?}");
        }
        assert_eq!(exponent(&points(|size| size)[..1]), None);
    }

    #[test]
    fn a_square_hidden_in_small_sizes_shows_at_the_end() {
        let points = points(|size| 1000.0 * size + size * size);
        let (all, last) = (exponent(&points), last_exponent(&points));
        assert!(all < Some(1.5) && last > Some(1.6), "{all:?} {last:?}");
    }

    #[test]
    fn sorting_and_one_step_pass_and_a_square_of_the_last_third_does_not() {
        let last = |steps: fn(f64) -> f64| last_exponent(&points(steps));
        assert!(last(|size| size * size.log2()) < Some(1.15));
        assert!(last(|size| if size > 5000.0 { 1.3 * size } else { size }) < Some(1.15));
        assert!(last(|size| size + size * size / 20_000.0) > Some(1.15));
    }
}
