//! The picture by keyboard: the page sends a key, and is told where that leads and what to say.

use blueprint_lens_core::reach::Direction;
use blueprint_lens_core::scene::outline::{Item, Outline, Step};
use blueprint_lens_core::wording::spoken;
use serde::{Deserialize, Serialize};

use super::shown::Drawn;
use crate::output::readable_all;

/// A key that was pressed.
#[derive(Deserialize)]
pub(super) struct Key {
    #[serde(rename = "key")]
    name: String,
    shift: bool,
    /// The node that has the focus.
    node: Option<String>,
    /// The edge that has it.
    edge: Option<String>,
}

/// What becomes of it.
#[derive(Default, Serialize)]
pub(super) struct Answer {
    /// What to say.
    say: String,
    /// The node that gets the focus.
    node: Option<String>,
    /// The edge that gets it.
    edge: Option<String>,
}

/// Does what a key asks for; `None` for a key that means nothing.
pub(super) fn press(drawn: &mut Drawn, key: &Key) -> Option<Answer> {
    let (walk, scene, analysis) = drawn.walk();
    let focused = match (&key.node, &key.edge) {
        (Some(node), _) => Some(Item::Node(node.clone())),
        (None, Some(edge)) => Some(Item::Edge { id: edge.clone(), of: String::new() }),
        (None, None) => None,
    };
    if let Some(item) = &focused {
        walk.jump(scene, item);
    }
    let outline = Outline::new(scene, walk.grouping());
    let place = walk.place().cloned().unwrap_or_else(|| outline.entrance());
    let question = analysis.question();
    let here = match &place.item {
        Item::Node(id) => question.network.find(id),
        _ => None,
    };
    let said = |say: String| Some(Answer { say: readable_all(&say), ..Answer::default() });
    match key.name.as_str() {
        "i" | "I" => {
            let mut say = outline.whereabouts(&place);
            if let Some(node) = here {
                say = format!("{say} {}", spoken::behind(question, node));
            }
            return said(say);
        }
        "r" | "R" => {
            let direction = if key.shift { Direction::To } else { Direction::From };
            let node = here.filter(|node| question.network.node(*node).is_declared())?;
            return said(spoken::reach_of(question, node, direction));
        }
        _ => {}
    }
    let step = Step::of_key(&key.name, key.shift)?;
    let before = walk.grouping();
    if !walk.step(scene, step) {
        return said(step.leads_nowhere().to_owned());
    }
    let place = walk.place()?;
    let outline = Outline::new(scene, walk.grouping());
    let position = outline.position(place);
    let say = if walk.grouping() == before {
        format!("{}. {position}", outline.name(place))
    } else {
        format!("Grouped by {}. {position}", walk.grouping().word())
    };
    let (node, edge) = match &place.item {
        Item::Group => (None, None),
        Item::Node(id) => (Some(id.clone()), None),
        Item::Edge { id, .. } => (None, Some(id.clone())),
    };
    Some(Answer { say: readable_all(&say), node, edge })
}
