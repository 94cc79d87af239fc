//! Sentences of what is written without a capital and a full stop.

/// With a capital and a full stop.
pub fn sentence(words: &str) -> String {
    capitalised(words) + "."
}

/// With a capital; a name in backticks keeps its form.
pub fn capitalised(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital_and_ends() {
        assert_eq!(sentence("both are in oregon"), "Both are in oregon.");
        assert_eq!(sentence("`db` is far away"), "`db` is far away.");
        assert_eq!(capitalised("élan"), "élan");
        assert_eq!(capitalised(""), "");
    }
}
