//! The layout's overlay: nothing of it without being asked for, nothing else changed with it, and true to the picture.
#![expect(clippy::float_cmp, reason = "corners of one line share their numbers exactly")]

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::layout::{Band, Channel};
use blueprint_lens_core::scene::svg::{SvgOptions, document};
use blueprint_lens_core::scene::{Room, Scene, SceneItem, SceneItemKind, layout_overlay};

use super::generated::blueprints::{self, Environments};

const EVERYTHING: &str = include_str!("../fixture/everything.yaml");

fn overlay<'a>(items: &'a [SceneItem], id: &str) -> &'a SceneItem {
    items.iter().find(|item| item.id == id).expect("the overlay has this item")
}

#[test]
fn a_picture_has_no_overlay_unless_it_is_asked_for() {
    let analysis = Analysis::new(EVERYTHING);
    let plain = document(analysis.scene(), &SvgOptions::default());
    assert!(!plain.contains("overlay"), "neither items nor rules");
    let examined = document(analysis.with_layout_overlay().scene(), &SvgOptions::default());
    let (before, rest) = examined.split_once("<style>.diagram .overlay{").expect("its own rules");
    let (_, after) = rest.split_once("</style>").expect("the rules end");
    let lines = [before, after].concat();
    let without: String = lines
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("<g class=\"overlay"))
        .collect();
    assert_eq!(without, plain, "an overlay lies over the picture and changes nothing of it");
}

#[test]
fn a_picture_of_nothing_has_nothing_over_it() {
    assert!(layout_overlay(Analysis::new("").scene()).is_empty());
}

#[test]
fn every_lane_row_column_channel_and_port_is_drawn() {
    let analysis = Analysis::new(EVERYTHING);
    let scene = analysis.scene();
    let items = layout_overlay(scene);
    assert!(items.iter().all(|item| item.kind == SceneItemKind::Overlay));
    let shapes = |id: &str| overlay(&items, id).shapes.len();
    assert_eq!(shapes("lanes"), 2 * (scene.lanes.len() + scene.groups.len()));
    assert_eq!(shapes("grid"), 2 * (scene.grid.rows.len() + scene.grid.columns.len()));
    let lines = || scene.edges.iter().filter(|edge| edge.drawn && edge.is_lead());
    let stopped = lines().filter(|edge| edge.stop.is_some()).count();
    let drawn = lines().filter(|edge| !edge.route.is_empty()).count();
    assert_eq!(shapes("ports"), 2 * drawn - stopped);
    let tracks = |channels: &[Channel]| -> usize { channels.iter().map(|c| c.tracks.len()).sum() };
    assert!(tracks(&scene.grid.row_channels) > 0 && tracks(&scene.grid.column_channels) > 0);
}

/// Whether a number lies in one of some bands.
fn is_in<'a>(bands: impl IntoIterator<Item = &'a Band>, at: f64) -> bool {
    bands.into_iter().any(|band| band.start - 0.01 <= at && at <= band.end + 0.01)
}

/// Every node stands in a row and a column, every segment runs in a row or on the tracks of a channel.
fn is_true(name: &str, scene: &Scene) {
    let grid = &scene.grid;
    for node in scene.nodes.iter().filter(|node| node.lane.is_some()) {
        let (at, rect) = (node.rect.center(), node.rect);
        assert!(is_in(&grid.rows, at.y), "{name}: {} is in no row", node.id);
        let in_column = |band: &Band| band.start == rect.x && band.end == rect.right();
        assert!(grid.columns.iter().any(in_column), "{name}: {} is in no column", node.id);
    }
    let tracks = |channels: &'_ [Channel]| -> Vec<Band> {
        channels.iter().flat_map(|channel| channel.tracks.clone()).collect()
    };
    let (upright, flat) = (tracks(&grid.column_channels), tracks(&grid.row_channels));
    for edge in scene.edges.iter().filter(|edge| edge.drawn) {
        for pair in edge.route.windows(2) {
            if pair[0].x == pair[1].x {
                assert!(is_in(&upright, pair[0].x), "{name}: {} turns on no track", edge.id);
            } else {
                let (rows, y) = (grid.rows.iter(), pair[0].y);
                assert!(is_in(rows.chain(&flat), y), "{name}: {} runs on no track", edge.id);
            }
        }
    }
}

#[test]
fn the_overlay_is_true_to_the_picture() {
    is_true("everything", Analysis::new(EVERYTHING).scene());
    for (size, environments) in
        [(20, Environments::None), (50, Environments::Isolated), (100, Environments::Open)]
    {
        let text = blueprints::text(size, 3, environments, size as u64);
        let shown = Analysis::new(&text);
        is_true("generated", shown.scene());
        let typed = Analysis::new(&text.replacen("runtime: docker", "runtime: node", 3));
        is_true("while typing", &typed.scene_with_previous(Room::default(), shown.scene()));
    }
}
