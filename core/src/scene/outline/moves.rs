//! Where a step leads. What a walk remembers is not known here.

use super::grouping::Grouping;
use super::place::{Item, Place};
use super::step::Step;
use super::tree::{Child, Outline, caller_id};
use crate::scene::SceneEdge;

impl<'a> Outline<'a> {
    /// Where a walk begins: on the first node that is not the internet, or on the whole picture when there is none.
    pub fn entrance(&self) -> Place {
        let first = self.groups.iter().skip(1).find_map(|group| {
            group.children.iter().find_map(|child| match *child {
                Child::Node(node) => Some(Place::node(&group.id, &self.scene.nodes[node].id)),
                Child::Group(_) => None,
            })
        });
        first.unwrap_or_else(|| Place::group(&self.groups[0].id))
    }

    /// The place of a node in the first group that holds it.
    pub fn place_of_node(&self, id: &str) -> Option<Place> {
        let holds = |child: &Child| match *child {
            Child::Node(node) => self.scene.nodes[node].id == id,
            Child::Group(_) => false,
        };
        let group = self.groups.iter().find(|group| group.children.iter().any(holds))?;
        Some(Place::node(&group.id, id))
    }

    /// The place of an edge, looked at from its caller.
    pub fn place_of_edge(&self, id: &str) -> Option<Place> {
        let edge = self.edge(id)?;
        let group = self.place_of_node(&edge.from)?.group;
        Some(Place::edge(&group, &edge.id, &edge.from))
    }

    /// Whether the outline has that place.
    pub fn holds(&self, place: &Place) -> bool {
        let Some(group) = self.group(&place.group) else { return false };
        let in_group = |id: &str| self.children(group).iter().any(|child| child.is_node(id));
        match &place.item {
            Item::Group => true,
            Item::Node(id) => in_group(id),
            Item::Edge { id, of } => {
                in_group(of) && self.edge(id).is_some_and(|edge| edge.from == *of || edge.to == *of)
            }
        }
    }

    /// Where a step leads from `place` in this outline; `None` when it leads nowhere. Steps that need a memory or another
    /// grouping lead nowhere here.
    pub(super) fn after(&self, place: &Place, step: Step) -> Option<Place> {
        match step {
            Step::Next => self.sibling(place, |here, _| Some(here + 1)),
            Step::Previous => self.sibling(place, |here, _| here.checked_sub(1)),
            Step::First => self.sibling(place, |_, _| Some(0)),
            Step::Last => self.sibling(place, |_, all| all.checked_sub(1)),
            Step::Out => self.out(place),
            Step::In => self.into(place),
            Step::Along | Step::Back => self.follow(place, step == Step::Along),
            Step::NextGroup => self.group_beside(place, |here| Some(here + 1)),
            Step::PreviousGroup => self.group_beside(place, |here| here.checked_sub(1)),
            Step::Regroup | Step::RegroupBack | Step::Return => None,
        }
    }

    /// The siblings of a place, itself among them, and which of them it is.
    pub(super) fn siblings(&self, place: &Place) -> Option<(usize, Vec<Place>)> {
        let siblings = match &place.item {
            Item::Group => match self.groups[self.group(&place.group)?].parent {
                Some(parent) => self.children(parent),
                None => vec![place.clone()],
            },
            Item::Node(_) => self.children(self.group(&place.group)?),
            Item::Edge { of, .. } => {
                let all = self.connections(of);
                all.iter().map(|edge| Place::edge(&place.group, &edge.id, of)).collect()
            }
        };
        let here = siblings.iter().position(|sibling| sibling == place)?;
        Some((here, siblings))
    }

    fn sibling(
        &self,
        place: &Place,
        which: impl Fn(usize, usize) -> Option<usize>,
    ) -> Option<Place> {
        let (here, siblings) = self.siblings(place)?;
        let there = which(here, siblings.len())?;
        siblings.into_iter().nth(there)
    }

    fn out(&self, place: &Place) -> Option<Place> {
        match &place.item {
            Item::Group => {
                let parent = self.groups[self.group(&place.group)?].parent?;
                Some(Place::group(&self.groups[parent].id))
            }
            Item::Node(_) => Some(Place::group(&place.group)),
            Item::Edge { of, .. } => Some(Place::node(&place.group, of)),
        }
    }

    fn into(&self, place: &Place) -> Option<Place> {
        match &place.item {
            Item::Group => self.children(self.group(&place.group)?).into_iter().next(),
            Item::Node(id) => {
                let edge = *self.connections(id).first()?;
                Some(Place::edge(&place.group, &edge.id, id))
            }
            Item::Edge { .. } => None,
        }
    }

    fn follow(&self, place: &Place, along: bool) -> Option<Place> {
        match &place.item {
            Item::Group => None,
            Item::Node(id) => {
                let leads =
                    |edge: &&&SceneEdge| if along { edge.from == *id } else { edge.to == *id };
                let edge = *self.connections(id).iter().find(leads)?;
                Some(Place::edge(&place.group, &edge.id, id))
            }
            Item::Edge { id, of } => {
                let edge = self.edge(id)?;
                let end = if along { &edge.to } else { &edge.from };
                if end == of {
                    return Some(Place::node(&place.group, of));
                }
                // Among callees of a caller, somebody who follows it goes on among them.
                let called = Place::node(&caller_id(of), end);
                if self.grouping == Grouping::Caller && along && self.holds(&called) {
                    return Some(called);
                }
                let same = Place::node(&place.group, end);
                if self.holds(&same) { Some(same) } else { self.place_of_node(end) }
            }
        }
    }

    fn group_beside(&self, place: &Place, which: impl Fn(usize) -> Option<usize>) -> Option<Place> {
        let mut group = self.group(&place.group)?;
        while let Some(parent) = self.groups[group].parent.filter(|parent| *parent != 0) {
            group = parent;
        }
        let top: Vec<usize> = self.groups[0].children.iter().filter_map(Child::group).collect();
        // The whole picture stands before the first group.
        let there = match top.iter().position(|other| *other == group) {
            Some(here) => which(here)?,
            None => which(0).map(|_| 0)?,
        };
        let mut place = Place::group(&self.groups[*top.get(there)?].id);
        while place.item == Item::Group {
            place = self.into(&place)?;
        }
        Some(place)
    }

    /// The connections of a node, one for each line: first those that leave it, then those that enter it.
    pub(super) fn connections(&self, node: &str) -> Vec<&'a SceneEdge> {
        let lines = || self.scene.edges.iter().filter(|edge| edge.is_lead());
        let leaving = lines().filter(|edge| edge.from == node);
        leaving.chain(lines().filter(|edge| edge.to == node)).collect()
    }

    pub(super) fn edge(&self, id: &str) -> Option<&'a SceneEdge> {
        self.scene.edges.iter().find(|edge| edge.id == id)
    }

    pub(super) fn group(&self, id: &str) -> Option<usize> {
        self.groups.iter().position(|group| group.id == id)
    }

    /// The places inside a group.
    fn children(&self, group: usize) -> Vec<Place> {
        let group = &self.groups[group];
        let place = |child: &Child| match *child {
            Child::Group(inner) => Place::group(&self.groups[inner].id),
            Child::Node(node) => Place::node(&group.id, &self.scene.nodes[node].id),
        };
        group.children.iter().map(place).collect()
    }
}

impl Place {
    fn is_node(&self, id: &str) -> bool {
        matches!(&self.item, Item::Node(node) if node == id)
    }
}

impl Child {
    fn group(&self) -> Option<usize> {
        match *self {
            Self::Group(group) => Some(group),
            Self::Node(_) => None,
        }
    }
}
