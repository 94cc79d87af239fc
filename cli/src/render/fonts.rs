//! How large, how heavy and how spaced the texts of a drawing are, by its style sheet.

use std::collections::BTreeMap;

use blueprint_lens_core::text::Weight;

/// A font as the style sheet sets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Font {
    /// Its size, in units of the drawing.
    pub(super) size: f64,
    /// Its weight.
    pub(super) weight: Weight,
    /// What is added behind every character.
    pub(super) spacing: f64,
}

/// The properties of one or several rules, as far as they set any.
#[derive(Clone, Copy, Debug, Default)]
struct Properties {
    size: Option<f64>,
    weight: Option<Weight>,
    spacing: Option<f64>,
}

/// The fonts of a style sheet, by the class of the text.
pub(super) struct Fonts {
    /// By the last name of the selector: a class, or `text` for all.
    rules: BTreeMap<String, Properties>,
}

impl Fonts {
    /// Reads plain rules, whose selectors end with one class or with `text`. A later rule adds to an earlier one.
    pub(super) fn read(css: &str) -> Self {
        let mut rules: BTreeMap<String, Properties> = BTreeMap::new();
        for (selectors, body) in css.split('}').filter_map(|rule| rule.split_once('{')) {
            let found = properties(body);
            for selector in selectors.split(',') {
                let name = selector.trim().rsplit([' ', '.']).next().unwrap_or_default();
                // The layout's overlay has texts of its own.
                let name = if selector.contains(".overlay ") { "overlay-name" } else { name };
                let known = rules.entry(name.to_owned()).or_default();
                known.size = found.size.or(known.size);
                known.weight = found.weight.or(known.weight);
                known.spacing = found.spacing.or(known.spacing);
            }
        }
        Self { rules }
    }

    /// The font of a text with one of these classes.
    pub(super) fn of(&self, classes: &str) -> Font {
        let mut font = Font { size: 12.0, weight: Weight::Regular, spacing: 0.0 };
        for name in std::iter::once("text").chain(classes.split(' ')) {
            let Some(found) = self.rules.get(name) else { continue };
            font.size = found.size.unwrap_or(font.size);
            font.weight = found.weight.unwrap_or(font.weight);
            font.spacing = found.spacing.unwrap_or(font.spacing);
        }
        font
    }
}

fn properties(body: &str) -> Properties {
    let mut found = Properties::default();
    for (name, value) in body.split(';').filter_map(|property| property.split_once(':')) {
        let number = value.trim().trim_end_matches("px").parse::<f64>().ok();
        match name.trim() {
            "font-size" => found.size = number,
            "letter-spacing" => found.spacing = number,
            "font-weight" => {
                let heavy = number.is_some_and(|number| number > 500.0);
                found.weight = Some(if heavy { Weight::Semibold } else { Weight::Regular });
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use blueprint_lens_core::scene::svg::RULES;

    #[test]
    fn texts_have_the_fonts_of_their_classes() {
        let fonts = Fonts::read(RULES);
        let font = |size, weight, spacing| Font { size, weight, spacing };
        assert_eq!(fonts.of("no-such-class"), font(12.0, Weight::Regular, 0.0));
        assert_eq!(fonts.of("node-name"), font(15.0, Weight::Semibold, 0.0));
        assert_eq!(fonts.of("node-text"), font(14.0, Weight::Regular, 0.0));
        assert_eq!(fonts.of("internet-name"), font(13.0, Weight::Semibold, 0.6));
    }

    #[test]
    fn no_rule_sets_a_font_where_this_would_not_see_it() {
        for (selectors, body) in RULES.split('}').filter_map(|rule| rule.split_once('{')) {
            if body.contains("font-") || body.contains("letter-spacing") {
                for selector in selectors.split(',').map(|one| one.rsplit("*/").next()) {
                    let words = selector.unwrap_or_default().split_whitespace().count();
                    assert_eq!(words, 2, "{selector:?} is no plain selector");
                }
            }
        }
    }
}
