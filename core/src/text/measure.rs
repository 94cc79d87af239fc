//! Widths of texts, from the advance widths of the bundled font. No browser is asked, so the same text has the same
//! width in the page, in every export and in the tests.

use super::metrics::{OTHER_CODES, REGULAR_LATIN, REGULAR_OTHER, SEMIBOLD_LATIN, SEMIBOLD_OTHER};

/// A weight of the bundled font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// 400
    Regular,
    /// 600
    Semibold,
}

/// The width of one line of text at a font size, in the unit of the size.
///
/// Characters that the font does not hold are guessed from their script.
pub fn measure(text: &str, size: f64, weight: Weight) -> f64 {
    text.chars().map(|c| advance(c, weight)).sum::<f64>() * size / 1000.0
}

/// Whether the bundled font holds every character, so that the measured width is the drawn one.
pub fn is_covered(text: &str) -> bool {
    text.chars().all(|c| known_advance(c, Weight::Regular).is_some())
}

/// Advance width of a character in thousandths of an em.
pub(super) fn advance(c: char, weight: Weight) -> f64 {
    known_advance(c, weight).map_or_else(|| guessed_advance(c), f64::from)
}

fn known_advance(c: char, weight: Weight) -> Option<u16> {
    let (latin, other) = match weight {
        Weight::Regular => (&REGULAR_LATIN, &REGULAR_OTHER),
        Weight::Semibold => (&SEMIBOLD_LATIN, &SEMIBOLD_OTHER),
    };
    let code = u16::try_from(u32::from(c)).ok()?;
    let found = match usize::from(code).checked_sub(0x20) {
        Some(index) if index < latin.len() => latin[index],
        _ => other[OTHER_CODES.binary_search(&code).ok()?],
    };
    (found > 0).then_some(found)
}

/// What a character of another font most likely takes.
fn guessed_advance(c: char) -> f64 {
    match u32::from(c) {
        // Controls, combining marks, joiners, variation selectors.
        0..=0x1F
        | 0x7F..=0x9F
        | 0xAD
        | 0x0300..=0x036F
        | 0x200B..=0x200F
        | 0x20D0..=0x20FF
        | 0xFE00..=0xFE0F => 0.0,
        // Chinese, Japanese, Korean, full-width forms.
        0x1100..=0x115F
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x20000..=0x3FFFD => 1000.0,
        // Pictographs.
        0x2600..=0x27BF | 0x1F000..=0x1FAFF => 1300.0,
        _ => 620.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_advances() {
        assert!((measure("1", 10.0, Weight::Regular) - 4.07).abs() < 1e-9);
        assert!(measure("api", 14.0, Weight::Semibold) > measure("api", 14.0, Weight::Regular));
        assert!((measure("数据", 12.0, Weight::Regular) - 24.0).abs() < 1e-9);
        let accented = measure("e\u{301}", 10.0, Weight::Regular);
        assert!((accented - measure("e", 10.0, Weight::Regular)).abs() < 1e-9);
    }

    #[test]
    fn knows_what_the_font_holds() {
        assert!(is_covered("Private service · :7700 – ünï →"));
        assert!(!is_covered("数据"));
        assert!(!is_covered("soft\u{ad}hyphen"));
    }
}
