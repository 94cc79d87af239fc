//! What became of something on a picture of both sides, and how that is shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::scene::{Anchor, Point, Rect, Scene, SceneItem, SceneItemKind, Shape};
use crate::text::{Weight, measure};

/// Size of the words on a tag.
const TAG_SIZE: f64 = 10.0;
/// Height of a tag, and how much of it is above its node's border: less than half, for headings stand close above.
const TAG_HEIGHT: f64 = 15.0;
const TAG_ABOVE: f64 = 5.5;

/// What became of something on the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Only the head has it.
    New,
    /// Only the base has it.
    Gone,
    /// Both have it, with other settings.
    Changed,
    /// Both have it, in another network or environment.
    Moved,
}

impl Mark {
    /// Every mark, in the order of a legend.
    pub const ALL: [Self; 4] = [Self::New, Self::Gone, Self::Changed, Self::Moved];

    /// The style class.
    pub fn class(self) -> &'static str {
        match self {
            Self::New => "is-new",
            Self::Gone => "is-gone",
            Self::Changed => "is-changed",
            Self::Moved => "has-moved",
        }
    }

    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }

    /// What it says of something on the picture, for a legend.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::New => "only after",
            Self::Gone => "only before",
            Self::Changed => "on both sides, with other settings",
            Self::Moved => "on both sides, in another place",
        }
    }
}

/// What became of the edges of each line, by its id; `None` for one that is as it was.
pub(super) type MarksOfLines = BTreeMap<String, BTreeSet<Option<Mark>>>;

/// Shows the marks of nodes, by their ids, and of lines.
pub(super) fn write(scene: &mut Scene, nodes: &BTreeMap<&str, Mark>, lines: &MarksOfLines) {
    for item in &mut scene.items {
        let mark = match item.kind {
            SceneItemKind::Node => nodes.get(item.id.as_str()).copied(),
            SceneItemKind::Edge | SceneItemKind::EdgeLabel => lines.get(&item.id).and_then(common),
            _ => None,
        };
        if let Some(mark) = mark {
            let node = item.index.filter(|_| item.kind == SceneItemKind::Node);
            write_on(item, mark, node.map(|index| scene.nodes[index].rect.width));
        }
    }
}

/// The mark of a line: that of its edges where all have the same, otherwise that of a change.
fn common(marks: &BTreeSet<Option<Mark>>) -> Option<Mark> {
    match marks.iter().collect::<Vec<_>>()[..] {
        [only] => *only,
        _ => Some(Mark::Changed),
    }
}

/// Shows a mark; a node of that width gets a tag.
fn write_on(item: &mut SceneItem, mark: Mark, width: Option<f64>) {
    item.class = format!("{} {}", item.class, mark.class());
    if !item.name.is_empty() {
        item.name = format!("{}: {}", mark.word(), item.name);
    }
    if width.is_some() {
        let words = measure(mark.word(), TAG_SIZE, Weight::Semibold);
        let rect = Rect::new(12.0, -TAG_ABOVE, words + 12.0, TAG_HEIGHT);
        let text = Shape::Text {
            at: Point::new(18.0, 11.0 - TAG_ABOVE),
            text: mark.word().to_owned(),
            width: words,
            anchor: Anchor::Start,
            class: "tag-text",
            rotate: 0.0,
        };
        // Above the box, and before its words: they are read in the order of the name.
        let is_text = |shape: &Shape| matches!(shape, Shape::Text { .. });
        let at = item.shapes.iter().position(is_text).unwrap_or(item.shapes.len());
        let tag = Shape::Rect { rect, radius: TAG_HEIGHT / 2.0, class: "tag" };
        item.shapes.splice(at..at, [tag, text]);
    }
}
