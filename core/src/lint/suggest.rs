//! Near-miss names: what somebody most likely meant.

use strsim::osa_distance;

/// Most slips of the pen in a name that is still taken for another.
const MOST_SLIPS: usize = 3;

/// The candidate nearest to `written`: equal but for case and separators, else at most a third of the letters apart.
/// Ties go to the earlier candidate.
pub(crate) fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let limit = (written.chars().count() / 3).clamp(1, MOST_SLIPS);
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

/// How many slips of the pen lie between two texts: letters that are missing, too many, wrong, or swapped with their
/// neighbour. Lengths that differ by more than any limit need no counting.
fn distance(a: &str, b: &str) -> usize {
    let lengths = a.chars().count().abs_diff(b.chars().count());
    if lengths > MOST_SLIPS { lengths } else { osa_distance(a, b) }
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
