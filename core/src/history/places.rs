//! The place of every box that any version has.
//!
//! The places come from a drawing of the union. Each version is then drawn with its boxes kept there, as while somebody
//! edits a text. A version may need more room than the union left: a wire with more words, a box with more ports. Then
//! its boxes stand further right or down, and [`Places::make_room`] moves the whole column or row for all versions.

use std::collections::BTreeMap;

use super::union::{BoxKey, Union};
use crate::analysis::Analysis;
use crate::geometry::Rect;
use crate::scene::{self, Room, Scene, SceneGroup, SceneNode};
use crate::sort;

/// Coordinates that differ by less are the same.
const SAME: f64 = 0.5;

/// Where every box of every version stands.
#[derive(Clone, Debug)]
pub struct Places {
    room: Room,
    /// The drawing of the union: its lanes, frames and form.
    frame: Scene,
    boxes: BTreeMap<BoxKey, Place>,
    columns: usize,
    rows: usize,
}

/// The place of a box.
#[derive(Clone, Debug)]
struct Place {
    node: SceneNode,
    /// Numbers of its column and row among those of all boxes.
    column: usize,
    row: usize,
}

impl Places {
    /// The places for versions from the oldest to the newest, in pictures for a room.
    pub fn new(versions: &[&Analysis], room: Room) -> Self {
        let union = Union::of(versions);
        let scene = scene::build(&union.blueprint, &union.network, None, room);
        let (column_of, columns) = numbered(&scene.nodes, |rect| rect.x);
        let (row_of, rows) = numbered(&scene.nodes, |rect| rect.center().y);
        let numbers = column_of.into_iter().zip(row_of);
        let boxes = union.keys.into_iter().zip(scene.nodes).zip(numbers);
        let boxes = boxes
            .filter(|((_, node), _)| node.lane.is_some())
            .map(|((key, node), (column, row))| (key, Place { node, column, row }))
            .collect();
        let frame = Scene { nodes: Vec::new(), items: Vec::new(), edges: Vec::new(), ..scene };
        let mut places = Self { room, frame, boxes, columns, rows };
        places.close_frames();
        places
    }

    /// The picture of a version, with its boxes in their places.
    pub fn scene(&self, version: &Analysis) -> Scene {
        let mut previous = self.frame.clone();
        for (_, node) in version.network().nodes() {
            let place = self.boxes.get(&BoxKey::of(version.blueprint(), node));
            previous.nodes.extend(place.map(|place| SceneNode {
                id: node.id.clone(),
                exposure: node.exposure,
                ..place.node.clone()
            }));
        }
        version.scene_with_previous(self.room, &previous)
    }

    /// Moves the places to where `scenes`, the pictures of `versions`, need them: whole columns and rows, only right and
    /// down. Whether anything moved, so that the pictures are to be drawn again.
    pub fn make_room(&mut self, versions: &[&Analysis], scenes: &[Scene]) -> bool {
        let mut right = vec![0.0_f64; self.columns];
        let mut down = vec![0.0_f64; self.rows];
        let mut lanes: BTreeMap<&str, Rect> = BTreeMap::new();
        for (version, scene) in versions.iter().zip(scenes) {
            for ((_, node), drawn) in version.network().nodes().zip(&scene.nodes) {
                let key = BoxKey::of(version.blueprint(), node);
                let Some(Place { node, column, row }) = self.boxes.get(&key) else { continue };
                right[*column] = right[*column].max(drawn.rect.x - node.rect.x);
                let further = drawn.rect.center().y - node.rect.center().y;
                down[*row] = down[*row].max(further);
            }
            for lane in &scene.lanes {
                let all = lanes.entry(&lane.id).or_insert(lane.rect);
                *all = all.cover(lane.rect);
            }
        }
        for Place { node, column, row } in self.boxes.values_mut() {
            node.rect.x += right[*column];
            node.rect.y += down[*row];
        }
        for lane in &mut self.frame.lanes {
            if let Some(drawn) = lanes.get(lane.id.as_str()) {
                let bottom = drawn.bottom().max(lane.rect.bottom());
                lane.rect.y = lane.rect.y.max(drawn.y);
                lane.rect.height = bottom - lane.rect.y;
            }
        }
        self.close_frames();
        right.iter().chain(&down).any(|by| *by > SAME)
    }

    /// Closes the frames around their boxes. Only what is in a frame is within its border then.
    fn close_frames(&mut self) {
        let mut around: BTreeMap<&str, Rect> = BTreeMap::new();
        for (key, place) in &self.boxes {
            if let Some(frame) = key.frame() {
                let all = around.entry(frame).or_insert(place.node.rect);
                *all = all.cover(place.node.rect);
            }
        }
        for SceneGroup { id, rect, .. } in &mut self.frame.groups {
            *rect = around.get(id.as_str()).copied().unwrap_or(*rect);
        }
    }
}

/// The number of the column or row of each box, by a coordinate, and how many there are.
fn numbered(nodes: &[SceneNode], coordinate: impl Fn(Rect) -> f64) -> (Vec<usize>, usize) {
    let mut sorted: Vec<(f64, usize)> =
        nodes.iter().enumerate().map(|(index, node)| (coordinate(node.rect), index)).collect();
    sort::by(&mut sorted, |a, b| a.0.total_cmp(&b.0));
    let mut numbers = vec![0; nodes.len()];
    let (mut count, mut last) = (0, f64::NEG_INFINITY);
    for (at, index) in sorted {
        if at - last > SAME {
            count += 1;
            last = at;
        }
        numbers[index] = count - 1;
    }
    (numbers, count)
}
