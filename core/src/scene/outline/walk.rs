//! A walk: where somebody stands, and the steps that led there, so that every step can be taken back.

use super::grouping::Grouping;
use super::place::{Item, Place};
use super::step::Step;
use super::tree::Outline;
use crate::scene::Scene;

/// So many steps are remembered.
const MOST_REMEMBERED: usize = 1000;

/// Somebody's walk through the outlines of a picture.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    grouping: Grouping,
    /// `None` before the first step.
    place: Option<Place>,
    /// The places that were left, the last one last.
    trail: Vec<Left>,
}

/// A place that was left.
#[derive(Clone, Debug)]
struct Left {
    grouping: Grouping,
    place: Place,
    /// By which step; `None` for a jump by other means.
    by: Option<Step>,
}

impl Walk {
    /// By what the nodes are grouped at present.
    pub fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// Where somebody stands.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// Takes a step through the outline of `scene`; whether it led anywhere. The opposite of the last step leads exactly
    /// back to where that began.
    pub fn step(&mut self, scene: &Scene, step: Step) -> bool {
        let here = self.settled(scene);
        let undoes = self.trail.last().and_then(|left| left.by?.inverse()) == Some(step);
        if (undoes || step == Step::Return) && self.go_back(scene) {
            return true;
        }
        let grouping = match step {
            Step::Regroup => self.grouping.next(),
            Step::RegroupBack => self.grouping.previous(),
            _ => self.grouping,
        };
        let outline = Outline::new(scene, grouping);
        let there = if grouping == self.grouping {
            outline.after(&here, step)
        } else {
            Some(regrouped(&outline, &here))
        };
        match there.filter(|there| grouping != self.grouping || *there != here) {
            Some(there) => {
                self.leave(here, Some(step));
                self.grouping = grouping;
                self.place = Some(there);
                true
            }
            None => false,
        }
    }

    /// Somebody has come to a node or an edge by other means than a step: by a search, by the pointer.
    pub fn jump(&mut self, scene: &Scene, to: &Item) {
        let is_there = match (to, self.place.as_ref().map(|place| &place.item)) {
            (Item::Edge { id, .. }, Some(Item::Edge { id: here, .. })) => id == here,
            (to, here) => Some(to) == here,
        };
        let outline = Outline::new(scene, self.grouping);
        if is_there && self.place.as_ref().is_some_and(|place| outline.holds(place)) {
            return;
        }
        let there = match to {
            Item::Group => None,
            Item::Node(id) => outline.place_of_node(id),
            Item::Edge { id, .. } => outline.place_of_edge(id),
        };
        if let Some(there) = there {
            if let Some(here) = self.place.take() {
                self.leave(here, None);
            }
            self.place = Some(there);
        }
    }

    /// Where somebody stands in `scene`, which may have lost the place.
    fn settled(&mut self, scene: &Scene) -> Place {
        let outline = Outline::new(scene, self.grouping);
        let place = self.place.take().filter(|place| outline.holds(place));
        let place = place.unwrap_or_else(|| outline.entrance());
        self.place = Some(place.clone());
        place
    }

    fn leave(&mut self, place: Place, by: Option<Step>) {
        if self.trail.len() == MOST_REMEMBERED {
            self.trail.remove(0);
        }
        self.trail.push(Left { grouping: self.grouping, place, by });
    }

    /// Goes to the last place that was left and that `scene` still has.
    fn go_back(&mut self, scene: &Scene) -> bool {
        while let Some(Left { grouping, place, .. }) = self.trail.pop() {
            if Outline::new(scene, grouping).holds(&place) {
                self.grouping = grouping;
                self.place = Some(place);
                return true;
            }
        }
        false
    }
}

/// The place of the same thing in an outline by something else: a group becomes the whole picture.
fn regrouped(outline: &Outline<'_>, place: &Place) -> Place {
    let node = match &place.item {
        Item::Group => None,
        Item::Node(id) | Item::Edge { of: id, .. } => outline.place_of_node(id),
    };
    match (node, &place.item) {
        (Some(node), Item::Edge { .. }) => Place { item: place.item.clone(), ..node },
        (Some(node), _) => node,
        (None, _) => outline.whole(),
    }
}
