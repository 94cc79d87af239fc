//! Near-miss names: what somebody most likely meant.

/// The candidate nearest to `written`: equal but for case and separators, else at most a third of the letters apart.
/// Ties go to the earlier candidate.
pub(crate) fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let limit = (written.chars().count() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .filter(|candidate| *candidate != written)
        .map(|candidate| {
            let distance =
                if fold(candidate) == fold(written) { 0 } else { distance(written, candidate) };
            (distance, candidate)
        })
        .filter(|(distance, candidate)| {
            *distance <= limit && *distance * 2 < candidate.chars().count().max(2)
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Whether two names differ only by case, separators or one slip of the pen. Names that differ by a digit are two names.
pub(crate) fn nearly_equal(a: &str, b: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    fold(a) == fold(b) || (a.chars().count() >= 4 && distance(a, b) == 1 && digits(a) == digits(b))
}

fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Edit distance with transpositions of neighbours (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > 3 {
        return usize::MAX / 4;
    }
    let mut rows: [Vec<usize>; 3] =
        [vec![0; b.len() + 1], (0..=b.len()).collect(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        rows[2][0] = i;
        for j in 1..=b.len() {
            let substitution = rows[1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = substitution.min(rows[1][j] + 1).min(rows[2][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[0][j - 2] + 1);
            }
            rows[2][j] = best;
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        assert_eq!(nearest("cahce", ["cache", "db"]), Some("cache"));
        assert_eq!(nearest("my_db", ["my-db"]), Some("my-db"));
        assert_eq!(nearest("redis", ["api", "worker"]), None);
        assert_eq!(nearest("a", ["b"]), None);
        assert!(nearly_equal("cache", "cahce") && nearly_equal("my_db", "My-DB"));
        assert!(!nearly_equal("api-1", "api-2") && !nearly_equal("api", "app"));
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
