//! How many.

/// `1 error`, `2 errors`: for words whose plural ends in an s.
pub fn count(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// `1 isolation removed`, `2 isolations removed`: for words with any other plural.
pub fn count_of(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_and_none_is_plural() {
        assert_eq!([0, 1, 2].map(|number| count(number, "edge")), ["0 edges", "1 edge", "2 edges"]);
        assert_eq!(count_of(1, "one looks", "look"), "1 one looks");
        assert_eq!(count_of(2, "way in", "ways in"), "2 ways in");
    }
}
