//! The layout's overlay: lanes and frames, the grid, its channels with their tracks, and ports, drawn from the layout's own
//! numbers over the picture that came of them. For whoever changes the layout.

use crate::layout::Band;
use crate::scene::{Anchor, Point, Rect, Scene, SceneItem, SceneItemKind, Shape};
use crate::text::{Weight, measure};

/// Size of its letters.
const SIZE: f64 = 9.0;
/// Between a border and a name beside it.
const GAP: f64 = 4.0;
/// From the top of the lanes up to the names of columns and channels.
const NAMES: f64 = 5.0;
/// Radius of a port.
const PORT: f64 = 3.0;

/// What the layout works with, to be drawn over `scene`.
pub fn layout_overlay(scene: &Scene) -> Vec<SceneItem> {
    let Some(lanes) = scene.lanes.iter().map(|lane| lane.rect).reduce(Rect::cover) else {
        return Vec::new();
    };
    vec![
        item("grid", grid(scene, lanes)),
        item("channels", channels(scene, lanes)),
        item("lanes", boxes(scene)),
        item("ports", ports(scene)),
    ]
}

fn item(id: &str, shapes: Vec<Shape>) -> SceneItem {
    SceneItem {
        kind: SceneItemKind::Overlay,
        id: id.to_owned(),
        class: format!("overlay overlay-{id}"),
        name: String::new(),
        index: None,
        origin: Point::ORIGIN,
        shapes,
    }
}

/// Outlines of lanes, numbered from top to bottom, and of frames, in the order of the source.
fn boxes(scene: &Scene) -> Vec<Shape> {
    let lanes = scene.lanes.iter().enumerate().map(|(index, lane)| ("lane", index, lane.rect));
    let groups = scene.groups.iter().enumerate().map(|(index, group)| ("frame", index, group.rect));
    let shapes = lanes.chain(groups).filter(|(.., rect)| rect.width > 0.0).flat_map(
        |(what, index, rect)| {
            let at = Point::new(rect.right() - GAP, rect.y + SIZE + GAP);
            [outline(rect, "overlay-box"), name(at, &format!("{what} {index}"), Anchor::End)]
        },
    );
    shapes.collect()
}

/// Rows and columns.
fn grid(scene: &Scene, lanes: Rect) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for (index, &row) in scene.grid.rows.iter().enumerate() {
        let rect = across(row, lanes);
        shapes.extend([outline(rect, "overlay-cell"), beside(rect, &format!("row {index}"))]);
    }
    for (index, &column) in scene.grid.columns.iter().enumerate() {
        let rect = down(column, lanes);
        shapes.extend([outline(rect, "overlay-cell"), above(rect, &format!("column {index}"))]);
    }
    shapes
}

/// Channels, and what tracks cover in them.
fn channels(scene: &Scene, lanes: Rect) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for (index, channel) in scene.grid.row_channels.iter().enumerate() {
        if channel.borders.end > channel.borders.start {
            let rect = across(channel.borders, lanes);
            shapes.push(outline(rect, "overlay-channel"));
            shapes.extend(
                channel.tracks.iter().map(|&band| outline(across(band, lanes), "overlay-tracks")),
            );
            shapes.push(beside(rect, &format!("row channel {index}")));
        }
    }
    for (index, channel) in scene.grid.column_channels.iter().enumerate() {
        let rect = down(channel.borders, lanes);
        shapes.push(outline(rect, "overlay-channel"));
        shapes.extend(
            channel.tracks.iter().map(|&band| outline(down(band, lanes), "overlay-tracks")),
        );
        shapes.push(above(rect, &format!("column channel {index}")));
    }
    shapes
}

/// Where edges leave and enter; hollow and solid.
fn ports(scene: &Scene) -> Vec<Shape> {
    let lines = scene.edges.iter().filter(|edge| edge.drawn && edge.is_lead());
    let ends = lines.flat_map(|edge| {
        let leaves = edge.route.first().map(|&at| (at, "overlay-leaves"));
        let enters = edge.route.last().filter(|_| edge.stop.is_none());
        leaves.into_iter().chain(enters.map(|&at| (at, "overlay-enters")))
    });
    ends.map(|(center, class)| Shape::Circle { center, radius: PORT, class }).collect()
}

/// A band from the left of all lanes to their right.
fn across(band: Band, lanes: Rect) -> Rect {
    Rect::new(lanes.x, band.start, lanes.width, band.end - band.start)
}

/// A band from the top of all lanes to their bottom.
fn down(band: Band, lanes: Rect) -> Rect {
    Rect::new(band.start, lanes.y, band.end - band.start, lanes.height)
}

fn outline(rect: Rect, class: &'static str) -> Shape {
    Shape::Rect { rect, radius: 0.0, class }
}

/// The name of a band across, at its right end, where fewer edges run than at its left.
fn beside(rect: Rect, text: &str) -> Shape {
    name(Point::new(rect.right() - GAP, rect.center().y + SIZE / 3.0), text, Anchor::End)
}

/// The name of a band down, above it.
fn above(rect: Rect, text: &str) -> Shape {
    name(Point::new(rect.center().x, rect.y - NAMES), text, Anchor::Middle)
}

fn name(at: Point, text: &str, anchor: Anchor) -> Shape {
    Shape::Text {
        at,
        text: text.to_owned(),
        width: measure(text, SIZE, Weight::Semibold),
        anchor,
        class: "overlay-name",
        rotate: 0.0,
    }
}
