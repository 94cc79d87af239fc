//! Where the arrow keys lead in the picture.

use blueprint_lens_core::scene::{Point, Rect, Scene, SceneEdge, SceneNode};

use crate::state::Target;

/// A move of the keyboard focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// To the nearest node on the left.
    Left,
    /// To the nearest node on the right.
    Right,
    /// To the nearest node above; on an edge, to the one before among those that leave the same node.
    Up,
    /// To the nearest node below; on an edge, to the one after.
    Down,
    /// To the first node of the lane.
    First,
    /// To the last node of the lane.
    Last,
    /// To the lane before.
    LaneBefore,
    /// To the lane after.
    LaneAfter,
    /// Along an edge towards the callee: from a node onto an edge, from an edge to its end.
    Out,
    /// Along an edge towards the caller.
    Back,
}

/// Where a move leads from `from`; `None` when there is nothing in that direction.
pub(super) fn walk(scene: &Scene, from: &Target, by: Move) -> Option<Target> {
    match from {
        Target::Node(id) => from_node(scene, scene.nodes.iter().find(|node| node.id == *id)?, by),
        Target::Edge(id) => from_edge(scene, scene.edges.iter().find(|edge| edge.id == *id)?, by),
    }
}

/// Where the keyboard enters the picture: the first node in reading order.
pub(super) fn entrance(scene: &Scene) -> Option<Target> {
    let internet_last = |node: &&SceneNode| (node.lane.is_none(), reading_order(node));
    scene.nodes.iter().min_by_key(internet_last).map(target)
}

/// Whether the picture still holds `target`.
pub(super) fn contains(scene: &Scene, target: &Target) -> bool {
    bounds(scene, target).is_some()
}

/// The box around a node, or around the route of an edge.
pub(super) fn bounds(scene: &Scene, target: &Target) -> Option<Rect> {
    match target {
        Target::Node(id) => scene.nodes.iter().find(|node| node.id == *id).map(|node| node.rect),
        Target::Edge(id) => {
            let edge = scene.edges.iter().find(|edge| edge.id == *id)?;
            let at = |point: &Point| Rect::new(point.x, point.y, 0.0, 0.0);
            edge.route.iter().map(at).reduce(Rect::cover)
        }
    }
}

fn target(node: &SceneNode) -> Target {
    Target::Node(node.id.clone())
}

/// Top to bottom, then left to right, in whole units.
fn reading_order(node: &SceneNode) -> (i64, i64) {
    (node.rect.y as i64, node.rect.x as i64)
}

fn from_node(scene: &Scene, node: &SceneNode, by: Move) -> Option<Target> {
    let lane = |lane: &Option<String>| -> Vec<&SceneNode> {
        let mut members: Vec<_> = scene.nodes.iter().filter(|node| node.lane == *lane).collect();
        members.sort_by_key(|node| reading_order(node));
        members
    };
    match by {
        Move::Left | Move::Right | Move::Up | Move::Down => nearest(scene, node, by),
        Move::First => lane(&node.lane).first().map(|node| target(node)),
        Move::Last => lane(&node.lane).last().map(|node| target(node)),
        Move::LaneBefore | Move::LaneAfter => {
            let mut lanes: Vec<Option<String>> =
                scene.lanes.iter().map(|lane| Some(lane.id.clone())).collect();
            lanes.insert(0, None);
            lanes.retain(|id| !lane(id).is_empty());
            let here = lanes.iter().position(|id| *id == node.lane)?;
            let there = if by == Move::LaneAfter { here + 1 } else { here.checked_sub(1)? };
            lane(lanes.get(there)?).first().map(|node| target(node))
        }
        Move::Out => leaving(scene, &node.id).first().map(|edge| Target::Edge(edge.id.clone())),
        Move::Back => entering(scene, &node.id).first().map(|edge| Target::Edge(edge.id.clone())),
    }
}

fn from_edge(scene: &Scene, edge: &SceneEdge, by: Move) -> Option<Target> {
    let siblings = leaving(scene, &edge.from);
    let here = siblings.iter().position(|sibling| sibling.id == edge.id)?;
    let to = |edge: Option<&&SceneEdge>| edge.map(|edge| Target::Edge(edge.id.clone()));
    match by {
        Move::Up => to(siblings.get(here.checked_sub(1)?)),
        Move::Down => to(siblings.get(here + 1)),
        Move::First => to(siblings.first()),
        Move::Last => to(siblings.last()),
        Move::Out | Move::Right => Some(Target::Node(edge.to.clone())),
        Move::Back | Move::Left => Some(Target::Node(edge.from.clone())),
        Move::LaneBefore | Move::LaneAfter => None,
    }
}

/// The lines that are drawn, each as the edge that it looks like.
fn lines(scene: &Scene) -> impl Iterator<Item = &SceneEdge> {
    scene.edges.iter().filter(|edge| edge.drawn && edge.is_lead())
}

fn leaving<'a>(scene: &'a Scene, node: &str) -> Vec<&'a SceneEdge> {
    lines(scene).filter(|edge| edge.from == node).collect()
}

fn entering<'a>(scene: &'a Scene, node: &str) -> Vec<&'a SceneEdge> {
    lines(scene).filter(|edge| edge.to == node).collect()
}

/// The nearest node in a direction; being off to the side counts double.
fn nearest(scene: &Scene, from: &SceneNode, by: Move) -> Option<Target> {
    let here = from.rect;
    let ahead = |there: Rect| -> Option<f64> {
        let (dx, dy) = (there.center().x - here.center().x, there.center().y - here.center().y);
        let (along, aside) = match by {
            Move::Left => (-dx, gap(here.y, here.bottom(), there.y, there.bottom())),
            Move::Right => (dx, gap(here.y, here.bottom(), there.y, there.bottom())),
            Move::Up => (-dy, gap(here.x, here.right(), there.x, there.right())),
            _ => (dy, gap(here.x, here.right(), there.x, there.right())),
        };
        (along > 1.0).then_some(along + 2.0 * aside)
    };
    let others = scene.nodes.iter().filter(|node| node.id != from.id);
    let reached = others.filter_map(|node| ahead(node.rect).map(|cost| (cost, node)));
    reached.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, node)| target(node))
}

/// How far two intervals are apart; 0 when they overlap.
fn gap(start: f64, end: f64, other_start: f64, other_end: f64) -> f64 {
    (other_start - end).max(start - other_end).max(0.0)
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;

    use super::*;

    const TEXT: &str = "services:
  - {type: web, name: api, runtime: node, envVars: [{key: A, fromService: {name: auth, type: pserv, property: hostport}}, {key: B, fromDatabase: {name: db, property: connectionString}}]}
  - {type: pserv, name: auth, runtime: node, envVars: [{key: C, fromDatabase: {name: db, property: connectionString}}]}
  - {type: worker, name: far, runtime: node, region: frankfurt}
databases: [{name: db}]
";

    fn node(id: &str) -> Target {
        Target::Node(id.to_owned())
    }

    #[test]
    fn arrows_lead_to_neighbours() {
        let analysis = Analysis::new(TEXT);
        let scene = analysis.scene();
        assert_eq!(entrance(scene), Some(node("web:api")));
        let right = walk(scene, &node("web:api"), Move::Right).unwrap();
        assert_eq!(right, node("pserv:auth"));
        assert_eq!(walk(scene, &right, Move::Left), Some(node("web:api")));
        assert_eq!(walk(scene, &node("postgres:db"), Move::Right), None);
    }

    #[test]
    fn lanes_and_their_ends() {
        let analysis = Analysis::new(TEXT);
        let scene = analysis.scene();
        assert_eq!(walk(scene, &node("web:api"), Move::LaneAfter), Some(node("worker:far")));
        let back = walk(scene, &node("worker:far"), Move::LaneBefore).unwrap();
        assert_eq!(walk(scene, &back, Move::First), Some(back));
    }

    #[test]
    fn edges_are_walked_both_ways() {
        let analysis = Analysis::new(TEXT);
        let scene = analysis.scene();
        let edge = walk(scene, &node("web:api"), Move::Out).unwrap();
        assert!(matches!(edge, Target::Edge(_)));
        assert_eq!(walk(scene, &edge, Move::Back), Some(node("web:api")));
        let next = walk(scene, &edge, Move::Down).unwrap();
        assert_ne!(walk(scene, &edge, Move::Out), walk(scene, &next, Move::Out));
        assert!(contains(scene, &next));
        assert!(!contains(scene, &node("web:gone")));
    }
}
