//! `render --format png`: the SVG of the same scene, drawn only with the bundled font, so that every machine gives the
//! same pixels. Characters that the font does not have stay blank.

use std::sync::Arc;

use anyhow::{Context as _, bail};
use blueprint_lens_core::scene::Scene;
use blueprint_lens_core::scene::svg::{self, SvgOptions, SvgTheme};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// Pixels for each unit of the drawing.
const SCALE: f32 = 2.0;

/// Longest side of a picture for a model, in pixels: the providers make larger ones smaller.
const LONGEST_FOR_MODELS: f32 = 1568.0;

/// Maximum number of pixels: 400 MB while the picture is drawn.
const MOST_PIXELS: u64 = 100_000_000;

const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../style/fonts/inter-400.ttf"),
    include_bytes!("../../../style/fonts/inter-600.ttf"),
];

/// The picture of a scene as PNG. Without a theme it is light.
///
/// # Errors
/// If it would have too many pixels.
pub(super) fn picture(scene: &Scene, options: SvgOptions<'_>) -> anyhow::Result<Vec<u8>> {
    drawn(scene, options, |_| SCALE)
}

/// The picture as models take it: no side longer than they see.
///
/// # Errors
/// As for [`picture`].
pub(crate) fn picture_for_models(scene: &Scene) -> anyhow::Result<Vec<u8>> {
    drawn(scene, SvgOptions::default(), |longest| (LONGEST_FOR_MODELS / longest).min(SCALE))
}

/// The picture; `scale` tells the pixels for each unit from the longest side.
fn drawn(
    scene: &Scene,
    options: SvgOptions<'_>,
    scale: impl FnOnce(f32) -> f32,
) -> anyhow::Result<Vec<u8>> {
    // The SVG switches colours with CSS rules that only browsers understand.
    let dark = options.theme == SvgTheme::Dark;
    let theme = if dark { SvgTheme::Dark } else { SvgTheme::Light };
    let text = svg::document(scene, &SvgOptions { theme, ..options });
    let mut fonts = fontdb::Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    let options =
        Options { font_family: "Inter".to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(&text, &options).context("the picture cannot be drawn")?;
    let size = tree.size();
    let scale = scale(size.width().max(size.height()));
    let [width, height] = [size.width(), size.height()].map(|side| (side * scale).ceil() as u32);
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        bail!("a PNG of {width} x {height} pixels is too large; an SVG has no such limit");
    }
    let mut pixels = Pixmap::new(width, height).context("the picture has no pixels")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().context("the picture cannot be encoded")
}

#[cfg(test)]
mod tests {
    use super::*;
    use blueprint_lens_core::analysis::Analysis;

    const BLUEPRINT: &str = "services:\n  - {type: web, name: api, runtime: docker}\n  - {type: pserv, name: auth, runtime: docker}\n";

    fn pixels_of(text: &str, theme: SvgTheme) -> (Pixmap, f64, f64) {
        let analysis = Analysis::new(text);
        let options = SvgOptions { theme, ..SvgOptions::default() };
        let png = picture(analysis.scene(), options).expect("it is drawn");
        let size = analysis.scene().size;
        (Pixmap::decode_png(&png).expect("it is a PNG"), size.width, size.height)
    }

    /// How many pixels have a colour, near enough.
    fn count(pixels: &Pixmap, rgb: [u8; 3]) -> usize {
        let near = |a: u8, b: u8| a.abs_diff(b) < 3;
        let same = |pixel: &&resvg::tiny_skia::PremultipliedColorU8| {
            near(pixel.red(), rgb[0]) && near(pixel.green(), rgb[1]) && near(pixel.blue(), rgb[2])
        };
        pixels.pixels().iter().filter(same).count()
    }

    #[test]
    fn has_two_pixels_for_each_unit_and_is_opaque() {
        let (pixels, width, height) = pixels_of(BLUEPRINT, SvgTheme::Auto);
        assert_eq!(f64::from(pixels.width()), (width * 2.0).ceil());
        assert_eq!(f64::from(pixels.height()), (height * 2.0).ceil());
        assert!(pixels.pixels().iter().all(|pixel| pixel.alpha() == 255));
    }

    #[test]
    fn texts_are_drawn_with_the_bundled_font() {
        // Only texts have the colour of ink where nothing is wired.
        let ink = [0x17, 0x20, 0x33];
        let named = count(&pixels_of(BLUEPRINT, SvgTheme::Light).0, ink);
        let longer = BLUEPRINT.replace("auth", "authorisation-and-more");
        let longer = count(&pixels_of(&longer, SvgTheme::Light).0, ink);
        assert!(named > 200, "{named} pixels of ink");
        assert!(longer > named + 100, "{longer} pixels of ink, {named} with a shorter name");
    }

    #[test]
    fn the_dark_theme_is_dark() {
        let ground = |theme| pixels_of(BLUEPRINT, theme).0.pixels()[0].red();
        assert!(ground(SvgTheme::Dark) < 0x40);
        assert!(ground(SvgTheme::Light) > 0xc0);
    }
}
