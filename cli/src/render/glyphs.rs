//! Texts as outlines of the bundled font. It has no kerning and no ligatures, so a text is its characters side by side,
//! and nothing needs to be shaped. Characters that it does not have stay blank.

use std::fmt::Write as _;

use anyhow::Context as _;
use blueprint_lens_core::scene::{Anchor, Point, Scene, Shape};
use blueprint_lens_core::text::{Weight, measure};
use ttf_parser::{Face, OutlineBuilder};

use super::fonts::{Font, Fonts};

const REGULAR: &[u8] = include_bytes!("../../../style/fonts/inter-400.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../../../style/fonts/inter-600.ttf");

/// The same scene with a path in the place of every text, and the classes of these paths.
///
/// # Errors
/// If a bundled font cannot be read.
pub(super) fn outlined(scene: &Scene, fonts: &Fonts) -> anyhow::Result<(Scene, Vec<&'static str>)> {
    let face = |bytes| Face::parse(bytes, 0).context("the bundled font cannot be read");
    let faces = Faces { regular: face(REGULAR)?, semibold: face(SEMIBOLD)? };
    let mut scene = scene.clone();
    let mut classes = Vec::new();
    for shape in scene.items.iter_mut().flat_map(|item| &mut item.shapes) {
        if let Shape::Text { at, text, width, anchor, class, rotate } = shape {
            let font = fonts.of(class);
            let before = match anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => *width / 2.0,
                Anchor::End => *width,
            };
            let d = faces.outlines(text, font, *at, before, *rotate);
            classes.push(*class);
            *shape = Shape::Path { d, class };
        }
    }
    classes.sort_unstable();
    classes.dedup();
    Ok((scene, classes))
}

/// The bundled font in its two weights.
struct Faces {
    regular: Face<'static>,
    semibold: Face<'static>,
}

impl Faces {
    /// The outlines of a text whose baseline starts `before` units before `at`, turned around that point.
    fn outlines(&self, text: &str, font: Font, at: Point, before: f64, degrees: f64) -> String {
        let face = match font.weight {
            Weight::Regular => &self.regular,
            Weight::Semibold => &self.semibold,
        };
        let scale = font.size / f64::from(face.units_per_em());
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let mut pen = Pen { d: String::new(), at, along: -before, scale, sine, cosine };
        for character in text.chars() {
            if let Some(glyph) = face.glyph_index(character) {
                face.outline_glyph(glyph, &mut pen);
            }
            pen.along += measure(character.encode_utf8(&mut [0; 4]), font.size, font.weight);
            pen.along += font.spacing;
        }
        pen.d
    }
}

/// Writes outlines as a path.
struct Pen {
    d: String,
    at: Point,
    /// How far the current glyph is from `at`, along the text.
    along: f64,
    scale: f64,
    sine: f64,
    cosine: f64,
}

impl Pen {
    /// Writes a command with points of the font: in its units, upwards, from the start of the glyph.
    fn write(&mut self, command: char, points: &[(f32, f32)]) {
        self.d.push(command);
        for &(x, y) in points {
            let along = self.along + f64::from(x) * self.scale;
            let down = -f64::from(y) * self.scale;
            let x = self.at.x + along * self.cosine - down * self.sine;
            let y = self.at.y + along * self.sine + down * self.cosine;
            let _ = write!(self.d, "{x:.3} {y:.3} ");
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.write('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.write('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.write('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.write('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.d.push('Z');
    }
}
