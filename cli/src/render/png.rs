//! `render --format png`: the SVG of the same scene, with texts as outlines of the bundled font, so that every machine
//! gives the same pixels.

use anyhow::{Context as _, bail};
use blueprint_lens_core::scene::Scene;
use blueprint_lens_core::scene::svg::{self, SvgOptions, SvgTheme};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::fonts::Fonts;
use super::glyphs::outlined;

/// Pixels for each unit of the drawing.
const SCALE: f32 = 2.0;

/// Longest side of a picture for a model, in pixels: the providers make larger ones smaller.
const LONGEST_FOR_MODELS: f32 = 1568.0;

/// Maximum number of pixels: 400 MB while the picture is drawn.
const MOST_PIXELS: u64 = 100_000_000;

/// How the rules of the style sheet begin that all texts follow, those of the picture and those of the layout's overlay.
const OF_TEXTS: [&str; 2] = [".diagram .overlay text{", ".diagram text{"];

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
    let options = SvgOptions { theme, ..options };
    let fonts = Fonts::read(&styles(&svg::document(scene, &options)));
    let (scene, classes) = outlined(scene, &fonts)?;
    let text = coloured(svg::document(&scene, &options), &classes);
    let tree = Tree::from_str(&text, &Options::default()).context("the picture cannot be drawn")?;
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

/// The picture in which the outlines of these classes have the colour of texts.
fn coloured(svg: String, classes: &[&'static str]) -> String {
    OF_TEXTS.iter().fold(svg, |svg, rule| {
        let selector =
            |class: &&str| rule.replace("text{", &format!(".{},", class.replace(' ', ".")));
        let selectors: String = classes.iter().map(selector).collect();
        svg.replacen(rule, &(selectors + rule), 1)
    })
}

/// The style sheets of a picture.
fn styles(svg: &str) -> String {
    svg.split("<style>").skip(1).filter_map(|rest| Some(rest.split_once("</style>")?.0)).collect()
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
