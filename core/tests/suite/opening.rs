//! Pictures as they open in the rooms of the page: names are whole, and shown.

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::layout::NODE_TEXT_SIZE;
use blueprint_lens_core::scene::{Room, Scene, SceneItem, Shape, Size, View, ViewFilter};
use blueprint_lens_core::text::decode;

use crate::layout::generated::blueprints::{self, Environments};

/// The page shows names down to this many CSS pixels for each unit of a picture.
const NAMES_SHOW: f64 = 0.27;

/// The panes of the page at 1440 × 900 and 1024 × 768, and a phone of 390 pixels.
const ROOMS: [Room; 3] = [
    Room { width: 981.0, height: 460.0 },
    Room { width: 576.0, height: 480.0 },
    Room { width: 336.0, height: Room::OPEN },
];

/// The room that the page asks a picture for in such a pane.
fn class(Room { width, height }: Room) -> Room {
    Room::class_of(Size { width, height })
}

#[test]
fn pictures_of_every_size_open_with_names() {
    let mut without = Vec::new();
    for size in [30, 40, 60, 100, 200] {
        for (regions, environments) in [
            (1, Environments::None),
            (3, Environments::None),
            (5, Environments::None),
            (2, Environments::Open),
            (3, Environments::Isolated),
        ] {
            let analysis = Analysis::new(&blueprints::text(size, regions, environments, 1));
            for room in ROOMS {
                let view = View { room: class(room), previous: None };
                let part = analysis.subgraph(&ViewFilter::default(), view);
                let scene = part.map_or_else(|| analysis.scene_in(view.room), |(_, scene)| scene);
                let zoom = room.zoom(scene.size);
                if zoom < NAMES_SHOW {
                    without.push(format!(
                        "{size} in {regions} regions, {environments:?}, {room}: {zoom:.2}"
                    ));
                }
            }
        }
    }
    assert_eq!(without, Vec::<String>::new());
}

/// The texts of a class in a picture.
fn texts<'a>(items: &'a [SceneItem], wanted: &str) -> Vec<&'a str> {
    let shapes = items.iter().flat_map(|item| &item.shapes);
    let text = |shape: &'a Shape| match shape {
        Shape::Text { text, class, .. } if *class == wanted => Some(text.as_str()),
        _ => None,
    };
    shapes.filter_map(text).collect()
}

/// The size of the smallest words on nodes, fitted into a room, in CSS pixels.
fn smallest_words(scene: &Scene, room: Room) -> f64 {
    NODE_TEXT_SIZE * room.zoom(scene.size)
}

#[test]
fn names_are_cut_only_where_words_would_be_hard_to_read() {
    let Some(files) = crate::real::blueprints() else { return };
    let mut cut = Vec::new();
    for (file, bytes) in files {
        let analysis = Analysis::with(decode(&bytes), Options::default());
        for room in ROOMS {
            let scene = analysis.scene_in(class(room));
            // A step of a column's width more, and words would be smaller than 10 pixels.
            if smallest_words(&scene, room) > 10.4 {
                let names = texts(&scene.items, "node-name").into_iter();
                cut.extend(
                    names.filter(|n| n.contains('…')).map(|n| format!("{file} {room}: {n}")),
                );
            }
        }
    }
    assert_eq!(cut, Vec::<String>::new());
}

#[test]
fn labels_lose_their_middle() {
    let Some(files) = crate::real::blueprints() else { return };
    let mut cut = Vec::new();
    for (_, bytes) in files {
        let analysis = Analysis::with(decode(&bytes), Options::default());
        let scene = analysis.scene_in(class(ROOMS[2]));
        let labels = texts(&scene.items, "card-text").into_iter();
        cut.extend(labels.filter(|label| label.contains('…')).map(ToOwned::to_owned));
    }
    assert!(!cut.is_empty());
    cut.retain(|label| label.ends_with('…'));
    assert_eq!(cut, Vec::<String>::new());
}

/// Two services whose names are wider than a usual column, and a database.
const LONG: &str = "services:
  - {type: web, name: verified-digital-twin-storefront-canary, runtime: node, plan: starter}
  - {type: pserv, name: verified-digital-twin-worker-canary, runtime: node, plan: starter}
databases: [{name: db}]
";

#[test]
fn a_long_name_gets_a_wider_column_while_there_is_room() {
    let analysis = Analysis::new(LONG);
    for room in ROOMS {
        let scene = analysis.scene_in(class(room));
        let names = texts(&scene.items, "node-name");
        assert!(names.iter().all(|name| !name.contains('…')), "{room}: {names:?}");
        assert!(smallest_words(&scene, room) >= 10.0, "{room}");
    }
    let analysis = Analysis::new(&LONG.replace("storefront", "storefront-of-all-the-world"));
    let room = Room { width: 192.0, height: Room::OPEN };
    let scene = analysis.scene_in(class(room));
    let names = texts(&scene.items, "node-name");
    assert!(names.iter().any(|name| name.contains('…')), "{names:?}");
}

#[test]
fn a_column_of_several_roles_says_so_and_a_single_column_needs_no_name() {
    let analysis = Analysis::new(LONG);
    let [pane, narrow, phone] = ROOMS.map(|room| analysis.scene_in(class(room)));
    assert_eq!(texts(&pane.items, "column-name"), ["PUBLIC", "PRIVATE AND JOBS", "DATA"]);
    assert_eq!(texts(&narrow.items, "column-name"), Vec::<&str>::new());
    assert_eq!(texts(&phone.items, "column-name"), Vec::<&str>::new());
    assert!(phone.lanes[0].rect.y < pane.lanes[0].rect.y, "no room is left for names");
    let mixed = analysis.scene_in(Room { width: 700.0, height: 300.0 });
    assert_eq!(texts(&mixed.items, "column-name"), ["PUBLIC, PRIVATE, JOBS", "DATA"]);
}
