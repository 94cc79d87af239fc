//! The picture as SVG text: for files, for the first picture of the page, and item by item for the page itself.
//!
//! This writer is its own and not that of [`crate::markup`]: it runs at every redraw, and it hands the attributes of a
//! shape to two readers, the text and the page's [`changes`]. Every attribute and every text goes through
//! `write_attribute` or `push_text`, the same escaping as in HTML.

use std::fmt::Write as _;
use std::iter;

use super::draw::number;
use super::picture::{Scene, SceneItem, SceneItemKind};
use super::shape::{Anchor, Shape};
use super::svg_style::{style_of, style_of_overlay};
use crate::geometry::{Point, Rect, Size};
use crate::graph::Verdict;
use crate::layout::Room;
use crate::markup::{Html, push_text};
use crate::text::is_covered;

pub use super::svg_style::{RULES, SvgTheme};

/// How a picture of its own is written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SvgOptions<'a> {
    /// Its colours.
    pub theme: SvgTheme,
    /// A style sheet that embeds the font; without it, texts keep their width in whatever font there is.
    pub font_css: Option<&'a str>,
    /// The room that the picture has to fit into; without it, one unit of the drawing is one CSS pixel.
    pub room: Option<Room>,
}

/// Which shapes are written, and how texts are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// In the page, beside the bundled font: texts of other fonts keep their measured width.
    Page,
    /// On its own: every text keeps its measured width, nothing is there to be pointed at.
    Alone,
}

/// What goes inside the `<g>` of an item, for the page.
pub fn markup(shapes: &[Shape]) -> Html {
    let mut out = String::new();
    for shape in shapes {
        write_shape(&mut out, shape, Use::Page);
    }
    Html::trusted(out)
}

/// The attributes of the element of `old` that are to be changed for it to show `new`, with their values; a text's
/// content is not among them. `None` when it takes another element. For the page.
pub fn changes(old: &Shape, new: &Shape) -> Option<Vec<(&'static str, String)>> {
    if old == new {
        return Some(Vec::new());
    }
    let [before, mut after] = [old, new].map(|shape| {
        let mut all = Vec::new();
        attributes(shape, Use::Page, &mut |name, value| all.push((name, value.to_owned())));
        all
    });
    let same_names = before.len() == after.len()
        && before.iter().zip(&after).all(|((before, _), (after, _))| before == after);
    if tag(old) != tag(new) || !same_names {
        return None;
    }
    after.retain(|attribute| !before.contains(attribute));
    Some(after)
}

/// The `transform` of the `<g>` of an item: where it stands.
pub fn item_transform(item: &SceneItem) -> String {
    format!("translate({} {})", text_of(item.origin.x), text_of(item.origin.y))
}

/// A picture that stands alone: with its own styles, its title, and all of it in words.
pub fn document(scene: &Scene, options: &SvgOptions<'_>) -> String {
    pieces(scene, options).collect()
}

/// The same piece by piece, lines that are whole: a picture of thousands of resources has many megabytes.
pub fn pieces<'a>(
    scene: &'a Scene,
    options: &SvgOptions<'_>,
) -> impl Iterator<Item = String> + use<'a> {
    let style = options.font_css.unwrap_or_default().to_owned() + &style_of(options.theme);
    pieces_with(scene, Some(&style), options.room)
}

/// The same without styles, for a page that brings them.
pub fn inline(scene: &Scene) -> String {
    pieces_with(scene, None, None).collect()
}

/// One item of a picture that stands alone, for a document that holds several pictures.
pub fn item(scene: &Scene, item: &SceneItem) -> Html {
    let mut out = String::new();
    write_item(&mut out, scene, item);
    Html::trusted(out)
}

fn pieces_with<'a>(
    scene: &'a Scene,
    style: Option<&str>,
    room: Option<Room>,
) -> impl Iterator<Item = String> + use<'a> {
    let items = scene.items.iter().map(|item| {
        let mut out = String::new();
        write_item(&mut out, scene, item);
        out
    });
    iter::once(head(scene, style, room)).chain(items).chain(["</svg>\n".to_owned()])
}

/// What is before the items.
fn head(scene: &Scene, style: Option<&str>, room: Option<Room>) -> String {
    let mut out = String::with_capacity(16 * 1024);
    let zoom = room.map_or(1.0, |room| room.zoom(scene.size).min(1.0));
    let shown =
        |side: f64| text_of(if zoom < 1.0 { (side * zoom * 100.0).floor() / 100.0 } else { side });
    let Size { width, height } = scene.size;
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" width=\"{}\" \
         height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" \
         aria-labelledby=\"diagram-title diagram-summary\">",
        shown(width),
        shown(height),
        text_of(width),
        text_of(height)
    );
    out.push_str("<title id=\"diagram-title\">");
    push_text(&mut out, &scene.title);
    out.push_str("</title><desc id=\"diagram-summary\">");
    push_text(&mut out, &scene.summary);
    out.push_str("</desc>");
    if let Some(style) = style {
        out.push_str("<style>");
        push_text(&mut out, style);
        out.push_str("</style>");
    }
    if scene.items.iter().any(|item| item.kind == SceneItemKind::Overlay) {
        out.push_str("<style>");
        push_text(&mut out, &style_of_overlay());
        out.push_str("</style>");
    }
    out.push('\n');
    out
}

fn write_item(out: &mut String, scene: &Scene, item: &SceneItem) {
    out.push_str("<g class=\"");
    push_text(out, &item.class);
    out.push('"');
    let attribute = match item.kind {
        SceneItemKind::Backdrop => None,
        SceneItemKind::File => Some("data-frame"),
        SceneItemKind::Lane => Some("data-lane"),
        SceneItemKind::Group => Some("data-group"),
        SceneItemKind::Edge => Some("data-edge"),
        SceneItemKind::Node => Some("data-node"),
        SceneItemKind::Trunk => Some("data-trunk"),
        SceneItemKind::EdgeLabel => Some("data-edge-label"),
        SceneItemKind::Legend => Some("data-legend"),
        SceneItemKind::Barrier => Some("data-barrier"),
        SceneItemKind::Overlay => Some("data-overlay"),
    };
    if let Some(attribute) = attribute {
        write_attribute(out, attribute, &item.id);
    }
    match (item.kind, item.index) {
        (SceneItemKind::Node, Some(index)) => {
            if let Some(severity) = scene.nodes[index].severity {
                write_attribute(out, "data-severity", severity.id());
            }
        }
        (SceneItemKind::Edge, Some(index)) => {
            let verdict: Verdict = scene.edges[index].verdict;
            write_attribute(out, "data-verdict", verdict.id());
        }
        _ => {}
    }
    if item.origin != Point::ORIGIN {
        write_attribute(out, "transform", &item_transform(item));
    }
    out.push('>');
    if matches!(item.kind, SceneItemKind::Node | SceneItemKind::Edge) {
        out.push_str("<title>");
        push_text(out, &item.name);
        out.push_str("</title>");
    }
    for shape in &item.shapes {
        write_shape(out, shape, Use::Alone);
    }
    out.push_str("</g>\n");
}

fn write_shape(out: &mut String, shape: &Shape, used: Use) {
    if used == Use::Alone && matches!(shape, Shape::Path { class: "edge-hit", .. }) {
        return;
    }
    if matches!(shape, Shape::Text { .. }) {
        // Keeps the words of two labels apart for whoever reads the text without the picture.
        out.push(' ');
    }
    let tag = tag(shape);
    out.push('<');
    out.push_str(tag);
    attributes(shape, used, &mut |name, value| write_attribute(out, name, value));
    if let Shape::Text { text, .. } = shape {
        out.push('>');
        push_text(out, text);
        out.push_str("</text>");
    } else {
        out.push_str("/>");
    }
}

/// The name of a shape's element.
fn tag(shape: &Shape) -> &'static str {
    match shape {
        Shape::Rect { .. } => "rect",
        Shape::Circle { .. } => "circle",
        Shape::Path { .. } => "path",
        Shape::Text { .. } => "text",
    }
}

fn attributes(shape: &Shape, used: Use, each: &mut dyn FnMut(&'static str, &str)) {
    let mut numbers = |class: &str, values: &[(&'static str, f64)]| {
        each("class", class);
        let mut text = String::new();
        for (name, value) in values {
            text.clear();
            number(&mut text, *value);
            each(name, &text);
        }
    };
    match shape {
        Shape::Rect { rect, radius, class } => {
            let Rect { x, y, width, height } = *rect;
            let values =
                [("x", x), ("y", y), ("width", width), ("height", height), ("rx", *radius)];
            numbers(class, &values[..if *radius > 0.0 { 5 } else { 4 }]);
        }
        Shape::Circle { center, radius, class } => {
            numbers(class, &[("cx", center.x), ("cy", center.y), ("r", *radius)]);
        }
        Shape::Path { d, class } => {
            numbers(class, &[]);
            each("d", d);
        }
        Shape::Text { at, text, width, anchor, class, rotate } => {
            numbers(class, &[("x", at.x), ("y", at.y)]);
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => each("text-anchor", "middle"),
                Anchor::End => each("text-anchor", "end"),
            }
            if *rotate != 0.0 {
                let [angle, x, y] = [*rotate, at.x, at.y].map(text_of);
                each("transform", &format!("rotate({angle} {x} {y})"));
            }
            if *width > 0.0 && (used == Use::Alone || !is_covered(text)) {
                each("textLength", &text_of(*width));
                each("lengthAdjust", "spacingAndGlyphs");
            }
        }
    }
}

fn text_of(value: f64) -> String {
    let mut out = String::new();
    number(&mut out, value);
    out
}

fn write_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_text(out, value);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_is_changed_where_that_is_enough() {
        let text = |text: &str, x: f64| Shape::Text {
            at: Point::new(x, 5.0),
            text: text.to_owned(),
            width: 20.0,
            anchor: Anchor::Start,
            class: "node-name",
            rotate: 0.0,
        };
        let path = |d: &str| Shape::Path { d: d.to_owned(), class: "edge-line" };
        assert_eq!(changes(&text("a", 1.0), &text("b", 1.0)), Some(Vec::new()));
        assert_eq!(changes(&text("a", 1.0), &text("a", 2.5)), Some(vec![("x", "2.5".to_owned())]));
        assert_eq!(changes(&path("M0 0"), &path("M0 1")), Some(vec![("d", "M0 1".to_owned())]));
        assert_eq!(changes(&path("M0 0"), &text("a", 1.0)), None);
        // A text of another font keeps its measured length, so its element has more attributes.
        assert_eq!(changes(&text("a", 1.0), &text("名", 1.0)), None);
    }
}
