//! A text without stretches of it: those that share a character are one, so that no end of one is left behind another.

use crate::sort;
use crate::text::Span;

/// `text` with `stand_in` in place of each of `spans`.
pub(super) fn without(text: &str, mut spans: Vec<Span>, stand_in: &str) -> String {
    sort::ascending(&mut spans);
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        if span.start() >= end {
            out.push_str(text.get(end..span.start()).unwrap_or_default());
            out.push_str(stand_in);
        }
        end = end.max(span.end());
    }
    out.push_str(text.get(end..).unwrap_or_default());
    out
}

/// Every place of `word` in `text`, those that overlap included; none of an empty one.
pub(super) fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = Span> + use<'a> {
    let step = word.chars().next().map_or(0, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..).filter(|_| step > 0)?.find(word)?;
        from = at + step;
        Some(Span::new(at, at + word.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_end_of_one_is_left_behind_another() {
        let hide = |text: &str, words: &[&str]| {
            let spans = words.iter().flat_map(|word| places(text, word)).collect();
            without(text, spans, "***")
        };
        assert_eq!(hide("a hunter22 b", &["hunter", "hunter22"]), "a *** b", "one in another");
        assert_eq!(hide("a hunter22 b", &["nter22", "hunt"]), "a *** b", "one behind another");
        assert_eq!(hide("hunter22", &["hunter", "22"]), "******", "one beside another");
        assert_eq!(hide("x aaaa y", &["aaa"]), "x *** y", "one behind itself");
        assert_eq!(hide("x \u{e4}\u{e4} y", &["\u{e4}", ""]), "x ****** y");
        assert_eq!(hide("nothing", &[]), "nothing");
    }
}
