//! The exponent of growth: the slope of a line through sizes and steps, both as logarithms.

/// A size and the work that it took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    /// How large the input is, or the answer.
    pub(super) size: f64,
    /// How many steps it took beyond those for an empty file.
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

/// The exponent over the two largest sizes, where what grows fastest shows.
pub(super) fn last_exponent(points: &[Point]) -> Option<f64> {
    exponent(&points[points.len().saturating_sub(2)..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(steps: impl Fn(f64) -> f64) -> Vec<Point> {
        [100.0, 1000.0, 10_000.0].map(|size| Point { size, steps: steps(size) }).to_vec()
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
        assert!(all < Some(1.6) && last > Some(1.7), "{all:?} {last:?}");
    }

    #[test]
    fn sorting_passes() {
        let last = last_exponent(&points(|size| size * size.log2()));
        assert!(last < Some(1.15), "{last:?}");
    }
}
