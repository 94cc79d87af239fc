//! Barriers while the reach of one node is lit: a border or outline that stands out, and on it a cross with the reason.

use super::stroke::cross;
use crate::graph::Network;
use crate::model::Blueprint;
use crate::reach::{Barrier, Blockage};
use crate::scene::caption::{SMALL_SIZE, card_width};
use crate::scene::{Anchor, Point, Rect, Scene, SceneItem, SceneItemKind, Shape};
use crate::text::{Weight, measure};
use crate::wording::count::count;

/// Radius of the cross.
const STOP: f64 = 8.0;
/// Height of the card with the reason.
const CARD: f64 = 18.0;
/// From a border's left end to the cross on it.
const INSET: f64 = 26.0;
/// How far the outline of a node stands off.
const OFF: f64 = 3.0;

/// What marks `held` on a picture; barriers around what it does not show are left out.
pub fn barriers(
    scene: &Scene,
    blueprint: &Blueprint,
    network: &Network,
    held: &[Blockage],
) -> Vec<SceneItem> {
    held.iter().filter_map(|held| barrier(scene, blueprint, network, held)).collect()
}

fn barrier(
    scene: &Scene,
    blueprint: &Blueprint,
    network: &Network,
    held: &Blockage,
) -> Option<SceneItem> {
    let words = held.reason.brief()?;
    let out = count(held.nodes.len(), "resource");
    let (id, what, rect, radius) = match held.barrier {
        Barrier::Region(placement) => {
            let id = placement.lane_id()?;
            let lane = scene.lanes.iter().find(|lane| lane.id == id)?;
            (id, format!("Border of {}", lane.label), lane.rect, 12.0)
        }
        Barrier::Environment(environment, placement) => {
            let lane = placement.lane_id()?;
            let env = blueprint.environment_label(environment);
            let same = |group: &&crate::scene::SceneGroup| group.env == env && group.lane == lane;
            let group = scene.groups.iter().find(same)?;
            (group.id.clone(), format!("Frame of {env}"), group.rect, 10.0)
        }
        Barrier::Resource(node) => {
            let id = &network.node(node).id;
            let node = scene.nodes.iter().find(|node| node.id == *id)?;
            (id.clone(), node.name.clone(), node.rect.grow(OFF), 12.0)
        }
    };
    let mut shapes = vec![Shape::Rect { rect, radius, class: "barrier-box" }];
    // On a node: where a private call would arrive, the words below. On a frame: on its upper border, before its name.
    let on_node = matches!(held.barrier, Barrier::Resource(_));
    let (at, card) = if on_node {
        let at = Point::new(rect.x + OFF, rect.center().y);
        (at, Point::new(rect.x + 12.0, rect.bottom() - CARD / 2.0))
    } else {
        let at = Point::new(rect.x + INSET, rect.y);
        (at, Point::new(at.x + STOP + 4.0, rect.y - CARD / 2.0))
    };
    let card = Rect::new(card.x, card.y, card_width(words), CARD);
    shapes.extend([
        Shape::Rect { rect: card, radius: 5.0, class: "barrier-card" },
        Shape::Text {
            at: Point::new(card.center().x, card.center().y + 3.9),
            text: words.to_owned(),
            width: measure(words, SMALL_SIZE, Weight::Regular),
            anchor: Anchor::Middle,
            class: "barrier-text",
            rotate: 0.0,
        },
        Shape::Circle { center: at, radius: STOP, class: "stop" },
        Shape::Path { d: cross(at, 3.0), class: "stop-sign" },
    ]);
    Some(SceneItem {
        kind: SceneItemKind::Barrier,
        id,
        class: "barrier".to_owned(),
        name: format!("{what}: {words}, keeps {out} out of reach"),
        index: None,
        origin: Point::ORIGIN,
        shapes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;
    use crate::reach::{Direction, barriers as held};

    #[test]
    fn a_barrier_stands_on_the_border_that_it_means() {
        let analysis = Analysis::new(
            "services:\n  - {type: pserv, name: a, runtime: node}\n  - {type: worker, name: b, runtime: node, region: ohio}\n",
        );
        let (blueprint, network, scene) =
            (analysis.blueprint(), analysis.network(), analysis.scene());
        let node = network.find("pserv:a").unwrap();
        let held = held(blueprint, network, node, Direction::From);
        let items = barriers(scene, blueprint, network, &held);
        let of = |id: &str| items.iter().find(|item| item.id == id).unwrap();
        let lane = scene.lanes.iter().find(|lane| lane.id == "region:ohio").unwrap();
        assert_eq!(
            of("region:ohio").shapes[0],
            Shape::Rect { rect: lane.rect, radius: 12.0, class: "barrier-box" }
        );
        assert_eq!(
            of("region:ohio").name,
            "Border of Ohio: another region, keeps 1 resource out of reach"
        );
        assert_eq!(
            of("worker:b").name,
            "b: receives no private traffic, keeps 1 resource out of reach"
        );
        assert_eq!(items.len(), 2);
    }
}
