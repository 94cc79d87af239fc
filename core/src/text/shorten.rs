//! Shortened texts: at the end, or in the middle where the end is what tells a name from others.

use super::measure::{Weight, advance, measure};

/// What stands for what was left out.
const ELLIPSIS: char = '…';
/// The share of the room that an end takes at least and at most, when a text is shortened in the middle.
const END: (f64, f64) = (0.3, 0.65);
/// Names that share no more than this at their beginning are told apart by it.
const LEAST_SHARED: usize = 4;

/// The text, or as much of its beginning as fits into `width` together with an ellipsis. At least one character stays.
pub fn shorten(text: &str, size: f64, weight: Weight, width: f64) -> String {
    if measure(text, size, weight) <= width {
        return text.to_owned();
    }
    let budget = width * 1000.0 / size - advance(ELLIPSIS, weight);
    let mut out = text[..beginning(text, weight, budget)].to_owned();
    out.push(ELLIPSIS);
    out
}

/// The text, or its beginning and its end with an ellipsis between them. What stands from `distinct` on tells it from
/// others, and stays as far as there is room for it.
pub fn shorten_middle(
    text: &str,
    size: f64,
    weight: Weight,
    width: f64,
    distinct: usize,
) -> String {
    if measure(text, size, weight) <= width {
        return text.to_owned();
    }
    let budget = (width * 1000.0 / size - advance(ELLIPSIS, weight)).max(0.0);
    let wide = |text: &str| text.chars().map(|c| advance(c, weight)).sum::<f64>();
    let wanted = wide(text.get(distinct..).unwrap_or_default());
    let tail = ending(text, weight, wanted.clamp(budget * END.0, budget * END.1));
    let tail = text[tail..].trim_start();
    let head = &text[..beginning(text, weight, budget - wide(tail))];
    format!("{head}{ELLIPSIS}{tail}")
}

/// Where a name begins to differ from the most similar of others, at the beginning of a word; 0 where it shares hardly
/// anything with them.
pub fn distinct_from<'a>(name: &str, others: impl IntoIterator<Item = &'a str>) -> usize {
    let shared = |other: &str| {
        let same = name.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
        same.last().map_or(0, |((at, c), _)| at + c.len_utf8())
    };
    let others = others.into_iter().filter(|other| *other != name);
    let shared = others.map(shared).max().unwrap_or(0);
    let word = name[..shared].rfind(['-', '_', '.', ' ']).map_or(0, |at| at + 1);
    if word > LEAST_SHARED { word } else { 0 }
}

/// Where the beginning of a text ends that fits into a width in thousandths of an em: at least one character, and no
/// space at its end.
fn beginning(text: &str, weight: Weight, width: f64) -> usize {
    let mut used = 0.0;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        used += advance(c, weight);
        if used > width && end > 0 {
            break;
        }
        end = at + c.len_utf8();
    }
    match text[..end].trim_end().len() {
        0 => end,
        kept => kept,
    }
}

/// Where the end of a text begins that fits into a width.
fn ending(text: &str, weight: Weight, width: f64) -> usize {
    let mut used = 0.0;
    let fits = text.char_indices().rev().take_while(|(_, c)| {
        used += advance(*c, weight);
        used <= width
    });
    fits.last().map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortens_to_the_width() {
        assert_eq!(shorten("api", 12.0, Weight::Regular, 100.0), "api");
        let long = "a-service-with-a-name-that-goes-on-and-on";
        let short = shorten(long, 12.0, Weight::Regular, 100.0);
        assert!(short.ends_with('…') && measure(&short, 12.0, Weight::Regular) <= 100.0);
        assert_eq!(shorten("数据", 12.0, Weight::Regular, 1.0), "数…");
        assert_eq!(shorten("\u{3000}数", 12.0, Weight::Regular, 1.0), "\u{3000}…");
    }

    #[test]
    fn the_middle_goes_and_what_differs_stays() {
        let names = ["acme-storefront-production-api", "acme-storefront-production-worker"];
        let short = |name: &str, width| {
            let distinct = distinct_from(name, names);
            shorten_middle(name, 14.0, Weight::Semibold, width, distinct)
        };
        for (name, end) in [(names[0], "api"), (names[1], "worker")] {
            assert_eq!(short(name, 400.0), name);
            let found = short(name, 130.0);
            assert!(found.starts_with("acme-") && found.ends_with(end), "{found}");
            assert!(measure(&found, 14.0, Weight::Semibold) <= 130.0, "{found}");
        }
    }

    #[test]
    fn names_differ_from_a_word_on() {
        assert_eq!(distinct_from("shop-web-api", ["shop-web-auth", "shop"]), 9);
        assert_eq!(distinct_from("web-a", ["web-b"]), 0);
        assert_eq!(distinct_from("api", ["api", "db"]), 0);
        assert_eq!(distinct_from("übung-eins-a", ["übung-eins-b"]), 12);
    }

    #[test]
    fn a_text_of_wide_letters_keeps_its_first() {
        assert_eq!(shorten_middle("数据库", 12.0, Weight::Regular, 1.0, 0), "数…");
    }
}
