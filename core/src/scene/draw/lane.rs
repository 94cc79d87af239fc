//! Frames of files, lanes, frames of environments, and the names of the columns.

use std::collections::BTreeSet;

use crate::layout::{Frame, PlacedColumn, Role};
use crate::scene::caption::{NAME_SIZE, SMALL_SIZE, TEXT_SIZE};
use crate::scene::held::Held;
use crate::scene::plan_frames::FACTS_GAP;
use crate::scene::planned::{PlannedFile, PlannedGroup, PlannedLane};
use crate::scene::{
    Anchor, LaneKind, Point, Rect, SceneItem, SceneItemKind, SceneLane, Shape, Size,
};
use crate::text::{Weight, measure};

/// Corner radius of lanes and frames.
const RADIUS: f64 = 12.0;
/// How much rounder the frame of a file is than the lanes in it.
const FILE_RADIUS: f64 = 4.0;
/// Height of the baseline of the columns' names.
const COLUMN_NAMES: f64 = 23.0;
/// Extra space between the letters of the columns' names, as in `style/diagram.css`.
const SPACED: f64 = 0.8;

/// The ground, and the name of every column that has one: of what the file declares in it, or that there is nothing.
pub(in crate::scene) fn backdrop(
    size: Size,
    columns: &[PlacedColumn],
    held: impl Fn(&PlacedColumn) -> Held,
) -> Vec<SceneItem> {
    let ground = Shape::Rect {
        rect: Rect::new(0.0, 0.0, size.width, size.height),
        radius: 0.0,
        class: "canvas",
    };
    let mut names = Vec::new();
    for column in columns {
        let text = match held(column) {
            Held::Places => continue,
            Held::Named => "NOT IN THIS FILE".to_owned(),
            Held::Declared(roles) => column_name(&roles),
        };
        names.push(Shape::Text {
            at: Point::new(column.left, COLUMN_NAMES),
            width: measure(&text, SMALL_SIZE, Weight::Regular) + SPACED * text.len() as f64,
            text,
            anchor: Anchor::Start,
            class: "column-name",
            rotate: 0.0,
        });
    }
    let item = |id: &str, shapes| SceneItem {
        kind: SceneItemKind::Backdrop,
        id: id.to_owned(),
        class: "backdrop".to_owned(),
        name: String::new(),
        index: None,
        origin: Point::ORIGIN,
        shapes,
    };
    vec![item("canvas", vec![ground]), item("columns", names)]
}

/// What a column of such roles is called.
fn column_name(roles: &BTreeSet<Role>) -> String {
    let words = roles.iter().flat_map(|role| match role {
        Role::Public => &["PUBLIC"][..],
        Role::Private => &["PRIVATE", "JOBS"],
        Role::Data => &["DATA"],
    });
    let words: Vec<&str> = words.copied().collect();
    match words.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, [first])) => format!("{first} AND {last}"),
        _ => words.join(", "),
    }
}

/// The frame of a file.
pub(in crate::scene) fn file(plan: &PlannedFile, index: usize, frame: Frame) -> SceneItem {
    let heading = plan.headings.get(frame.wording).cloned().unwrap_or_default();
    SceneItem {
        kind: SceneItemKind::File,
        id: plan.path.clone(),
        class: "file".to_owned(),
        name: format!("file {}", plan.path),
        index: Some(index),
        origin: Point::ORIGIN,
        shapes: vec![
            Shape::Rect { rect: frame.rect, radius: RADIUS + FILE_RADIUS, class: "frame-box" },
            Shape::Text {
                at: frame.heading,
                width: measure(&heading, NAME_SIZE, Weight::Semibold),
                text: heading,
                anchor: Anchor::Start,
                class: "lane-name",
                rotate: 0.0,
            },
        ],
    }
}

/// A lane.
pub(in crate::scene) fn lane(
    lane: &SceneLane,
    index: usize,
    plan: &PlannedLane,
    frame: Frame,
) -> SceneItem {
    let mut shapes = vec![Shape::Rect { rect: frame.rect, radius: RADIUS, class: "lane-box" }];
    let width = measure(plan.label, NAME_SIZE, Weight::Semibold);
    shapes.push(Shape::Text {
        at: frame.heading,
        text: plan.label.to_owned(),
        width,
        anchor: Anchor::Start,
        class: "lane-name",
        rotate: 0.0,
    });
    if let Some(facts) = plan.facts.get(frame.wording).filter(|facts| !facts.is_empty()) {
        shapes.push(Shape::Text {
            at: Point::new(frame.heading.x + width + FACTS_GAP, frame.heading.y),
            text: facts.clone(),
            width: measure(facts, TEXT_SIZE, Weight::Regular),
            anchor: Anchor::Start,
            class: "lane-facts",
            rotate: 0.0,
        });
    }
    let kind = match lane.kind {
        LaneKind::Region => "lane lane-region",
        LaneKind::Edge => "lane lane-edge",
        LaneKind::Elsewhere => "lane lane-elsewhere",
    };
    SceneItem {
        kind: SceneItemKind::Lane,
        id: lane.id.clone(),
        class: kind.to_owned(),
        name: format!("{}: {}", plan.label, plan.facts.first().map_or("", String::as_str)),
        index: Some(index),
        origin: Point::ORIGIN,
        shapes,
    }
}

/// The frame of an environment.
pub(in crate::scene) fn group(
    id: &str,
    index: usize,
    isolated: bool,
    plan: &PlannedGroup,
    frame: Frame,
) -> SceneItem {
    let heading = plan.headings.get(frame.wording).cloned().unwrap_or_default();
    let shapes = vec![
        Shape::Rect { rect: frame.rect, radius: RADIUS - 2.0, class: "frame-box" },
        Shape::Text {
            at: frame.heading,
            width: measure(&heading, TEXT_SIZE, Weight::Semibold),
            text: heading,
            anchor: Anchor::Start,
            class: "frame-name",
            rotate: 0.0,
        },
    ];
    let (class, what) = if isolated {
        ("group group-isolated", "isolated environment")
    } else {
        ("group group-open", "environment")
    };
    SceneItem {
        kind: SceneItemKind::Group,
        id: id.to_owned(),
        class: class.to_owned(),
        name: format!("{what} {}", plan.env),
        index: Some(index),
        origin: Point::ORIGIN,
        shapes,
    }
}
