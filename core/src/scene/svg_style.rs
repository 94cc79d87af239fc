//! The style sheet of a picture that stands alone, with the colours of its theme.

use super::palette::{Theme, resolve};

/// The rules of the drawing, shared with the page, with tokens of the palette for colours.
pub const RULES: &str = concat!(
    include_str!("../../../style/diagram.css"),
    include_str!("../../../style/diagram-media.css")
);
/// Those of them that have colours of a theme.
const COLOURED_RULES: &str = include_str!("../../../style/diagram.css");
/// The rules of the layout's overlay, which only pictures with one carry.
const OVERLAY_RULES: &str = include_str!("../../../style/overlay.css");

/// How a picture of its own is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SvgTheme {
    /// Light, and dark where the reader asks for it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The style sheet of a picture in these colours.
pub(super) fn style_of(theme: SvgTheme) -> String {
    let first = if theme == SvgTheme::Dark { Theme::Dark } else { Theme::Light };
    let style = packed(&resolve(RULES, first));
    if theme != SvgTheme::Auto {
        return style;
    }
    let dark = packed(&resolve(COLOURED_RULES, Theme::Dark));
    format!("{style}@media screen and (prefers-color-scheme:dark){{{dark}}}")
}

/// What a picture with the layout's overlay has besides.
pub(super) fn style_of_overlay() -> String {
    packed(OVERLAY_RULES)
}

/// A style sheet without comments and line breaks.
fn packed(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        pack_piece(before, &mut out);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    pack_piece(rest, &mut out);
    out
}

fn pack_piece(css: &str, out: &mut String) {
    for line in css.lines().map(str::trim).filter(|line| !line.is_empty()) {
        // A selector list may go on in the next line; a declaration starts anew.
        out.push_str(&line.replace(": ", ":").replace(" {", "{"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_packed() {
        let css = "/* a */\n.x,\n.y text {\n  fill: red;\n}\n/* b */ .z {\n  r: 1 2;\n}\n";
        assert_eq!(packed(css), ".x,.y text{fill:red;}.z{r:1 2;}");
    }

    #[test]
    fn no_token_is_left_in_an_export() {
        for theme in [Theme::Light, Theme::Dark] {
            assert!(!resolve(RULES, theme).contains("var("), "a rule uses an unknown token");
        }
    }
}
