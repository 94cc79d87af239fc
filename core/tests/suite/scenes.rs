//! Pictures of whole Blueprints: what they hold, and what the layout promises, for real files too.

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::graph::{EdgeClass, Verdict};
use blueprint_lens_core::layout::{NODE_TEXT_SIZE, layout, verify};
use blueprint_lens_core::scene::svg::{SvgOptions, SvgTheme, document, inline};
use blueprint_lens_core::scene::{
    Room, Scene, SceneEdge, SceneItemKind, SceneNode, Size, View, ViewFilter, lanes, layout_input,
};
use blueprint_lens_core::text::decode;

fn broken(analysis: &Analysis) -> Vec<String> {
    let input = layout_input(
        analysis.blueprint(),
        analysis.network(),
        analysis.diagnostics(),
        Room::default(),
    );
    verify(&input, &layout(&input))
}

fn node<'a>(scene: &'a Scene, id: &str) -> &'a SceneNode {
    scene.nodes.iter().find(|node| node.id == id).expect("the node is there")
}

fn edge<'a>(scene: &'a Scene, from: &str, to: &str, class: EdgeClass) -> &'a SceneEdge {
    let found = |edge: &&SceneEdge| edge.from == from && edge.to == to && edge.class == class;
    scene.edges.iter().find(found).expect("the edge is there")
}

#[test]
fn real_blueprints_keep_the_promises() {
    let Some(files) = crate::real::blueprints() else { return };
    let (mut labels, mut bare) = (0, Vec::new());
    // On its own, in the pane of a page, in a column of an article, on a phone.
    let rooms = [(1280.0, 800.0), (912.0, 432.0), (624.0, Room::OPEN), (336.0, Room::OPEN)];
    for (name, bytes) in files {
        let analysis = Analysis::with(decode(&bytes), Options::default());
        assert_eq!(broken(&analysis), Vec::<String>::new(), "{name}");
        for (width, height) in rooms {
            let scene = analysis.scene_in(Room { width, height });
            let lines = scene.edges.iter().filter(|edge| edge.drawn && edge.is_lead());
            for edge in lines.filter(|edge| edge.class != EdgeClass::Ingress) {
                labels += 1;
                if edge.label.is_none() {
                    bare.push(format!("{name} in {width}: {}", edge.id));
                }
            }
        }
    }
    assert!(labels > 0);
    assert_eq!(bare, Vec::<String>::new(), "every line says its variables, if only by a number");
}

/// How large the smallest words on nodes are when a picture that is laid out for `class` is fitted into a room, in CSS
/// pixels.
fn smallest_words(analysis: &Analysis, class: Room, room: Room) -> f64 {
    NODE_TEXT_SIZE * room.zoom(analysis.scene_in(class).size)
}

/// The pane of the page as it opens at 1440 × 900 with a long list of problems, and a phone of 390 pixels.
#[test]
fn real_blueprints_are_readable_where_they_open() {
    let Some(files) = crate::real::blueprints() else { return };
    let pane = Room { width: 981.0, height: 460.0 };
    let phone = Room { width: 382.0, height: Room::OPEN };
    let class = |Room { width, height }: Room| Room::class_of(Size { width, height });
    let mut small = Vec::new();
    for (name, bytes) in files {
        let analysis = Analysis::with(decode(&bytes), Options::default());
        let least = match analysis.summary().resources {
            0..=12 => 10.0,
            13..=16 => 9.0,
            _ => continue,
        };
        let in_pane = smallest_words(&analysis, class(pane), pane);
        if in_pane < least {
            small.push(format!("{name}: {in_pane:.1} in the pane"));
        }
        let on_phone = smallest_words(&analysis, class(phone), phone);
        if analysis.summary().resources <= 6 && on_phone < 9.0 {
            small.push(format!("{name}: {on_phone:.1} on a phone"));
        }
    }
    assert_eq!(small, Vec::<String>::new());
}

/// Every kind of edge and every boundary in one file.
const EVERYTHING: &str = include_str!("fixture/everything.yaml");

#[test]
fn every_boundary_stops_its_edge() {
    let analysis = Analysis::new(EVERYTHING);
    assert_eq!(broken(&analysis), Vec::<String>::new());
    let scene = analysis.scene();
    let stop = |from: &str, to: &str| {
        let edge = edge(scene, from, to, EdgeClass::Private);
        assert_eq!(edge.verdict, Verdict::Blocked, "{from} to {to}");
        let stop = edge.stop.as_ref().expect("a blocked edge has a stop");
        assert_eq!(edge.route.last(), Some(&stop.at), "the route ends at its stop");
        (stop.reason, stop.at)
    };
    let frame = scene.groups.iter().find(|group| group.isolated).expect("a frame").rect;
    let lane = |id: &str| scene.lanes.iter().find(|l| l.id == id).expect("the lane").rect;

    let (reason, at) = stop("web:api", "pserv:payments");
    assert_eq!(reason, "isolated-environment");
    assert!((at.x - frame.x).abs() < 0.01, "from outside, it stops on the frame");

    let (reason, at) = stop("worker:mailer", "postgres:orders");
    assert_eq!(reason, "different-region");
    let frankfurt = lane("region:frankfurt");
    assert!((at.y - frankfurt.y).abs() < 0.01 || (at.y - frankfurt.bottom()).abs() < 0.01);

    let (reason, at) = stop("static:storefront", "pserv:search");
    assert_eq!(reason, "sender-not-on-network");
    assert!((at.y - lane("edge").bottom()).abs() < 0.01);

    let (reason, at) = stop("web:api", "worker:indexer");
    assert_eq!(reason, "receiver-cannot-receive");
    assert!((at.x - node(scene, "worker:indexer").rect.x).abs() < 0.01);

    let (reason, _) = stop("web:api", "web:playground");
    assert_eq!(reason, "receiver-free-web");
}

#[test]
fn public_traffic_between_own_services_passes_through_the_internet() {
    let analysis = Analysis::new(EVERYTHING);
    let scene = analysis.scene();
    let left = scene.lanes[0].rect.x;
    let detour = edge(scene, "worker:mailer", "web:api", EdgeClass::Public);
    assert_eq!(detour.verdict, Verdict::Detour);
    let outside = detour.route.iter().filter(|point| point.x < left);
    assert_eq!(outside.count(), 2, "it leaves the lane, runs up or down, and comes back");
    let internet = node(scene, "internet").rect;
    assert!(detour.route.iter().all(|point| point.x > internet.right()), "beside the bar");
    assert!((internet.width - scene.form.internet_bar()).abs() < 0.01, "{}", internet.width);
}

#[test]
fn a_way_in_is_a_stub_before_its_node() {
    for text in [EVERYTHING, "services:\n  - {type: web, name: a, runtime: docker}\n"] {
        let analysis = Analysis::new(text);
        let scene = analysis.scene();
        let stubs: Vec<_> =
            scene.edges.iter().filter(|edge| edge.class == EdgeClass::Ingress).collect();
        assert!(!stubs.is_empty());
        for stub in stubs {
            let rect = node(scene, &stub.to).rect;
            let [start, end] = stub.route[..] else { panic!("{:?}", stub.route) };
            assert!((end.x - rect.x).abs() < 0.01 && rect.y < end.y && end.y < rect.bottom());
            assert!((start.y - end.y).abs() < 0.01 && start.x < end.x);
            assert!(end.x - start.x < 30.0, "it is short");
        }
    }
}

/// One pair with every class that works, one that is blocked, and one with a copied value alone.
const PAIRS: &str = "services:
  - type: web
    name: api
    runtime: node
    envVars:
      - {key: SECRET, fromService: {name: auth, type: pserv, envVarKey: SECRET}}
      - {key: AUTH, fromService: {name: auth, type: pserv, property: hostport}}
      - {key: FAR, fromService: {name: far, type: pserv, property: hostport}}
      - {key: FAR_SECRET, fromService: {name: far, type: pserv, envVarKey: SECRET}}
      - {key: COLOUR, fromService: {name: jobs, type: worker, envVarKey: COLOUR}}
  - {type: pserv, name: auth, runtime: node}
  - {type: pserv, name: far, runtime: node, region: frankfurt}
  - {type: worker, name: jobs, runtime: node}
";

#[test]
fn the_edges_of_a_pair_are_one_line_and_nothing_is_lost() {
    let analysis = Analysis::new(PAIRS);
    assert_eq!(broken(&analysis), Vec::<String>::new());
    let scene = analysis.scene();
    let private = edge(scene, "web:api", "pserv:auth", EdgeClass::Private);
    let copied = edge(scene, "web:api", "pserv:auth", EdgeClass::Config);
    assert_eq!(private.route, copied.route);
    assert_eq!(private.bundle.as_deref(), Some(private.id.as_str()));
    assert_eq!(private.bundle, copied.bundle);
    assert!(private.drawn && copied.drawn && copied.label.is_none());
    assert_eq!(private.label.as_ref().unwrap().text, "AUTH +1");
    let item = scene.items.iter().find(|item| item.id == private.id).unwrap();
    assert_eq!(item.name, "api to auth, private, through AUTH; also value copied, through SECRET");
    assert!(scene.items.iter().all(|item| item.id != copied.id));
    let blocked = edge(scene, "web:api", "pserv:far", EdgeClass::Private);
    assert!(blocked.drawn && blocked.bundle.is_none(), "it ends elsewhere");
}

#[test]
fn a_detour_and_a_private_connection_of_one_pair_are_two_lines() {
    let analysis = Analysis::new(
        "services:
  - {type: web, name: auth, runtime: node, plan: starter}
  - type: pserv
    name: api
    runtime: node
    plan: starter
    envVars:
      - {key: AUTH, fromService: {name: auth, type: web, property: hostport}}
      - {key: PEER, value: 'https://auth.onrender.com'}
      - {key: SECRET, fromService: {name: auth, type: web, envVarKey: SECRET}}
",
    );
    assert_eq!(broken(&analysis), Vec::<String>::new());
    let scene = analysis.scene();
    let private = edge(scene, "pserv:api", "web:auth", EdgeClass::Private);
    let detour = edge(scene, "pserv:api", "web:auth", EdgeClass::Public);
    assert_eq!((private.verdict, detour.verdict), (Verdict::Ok, Verdict::Detour));
    assert!(private.is_lead() && detour.is_lead() && private.route != detour.route);
    let text = |edge: &SceneEdge| edge.label.as_ref().map(|label| label.text.clone());
    assert_eq!(text(private).as_deref(), Some("AUTH +1"), "the copied value goes with it");
    assert!(text(detour).expect("it has a label").starts_with("PEER"));
    let left = scene.lanes[0].rect.x;
    assert!(private.route.iter().all(|point| point.x > left));
    assert!(detour.route.iter().any(|point| point.x < left), "it leaves the lane");
    let legend: Vec<&str> = scene.legend.iter().map(|entry| entry.id).collect();
    assert!(legend.contains(&"private") && legend.contains(&"detour"), "{legend:?}");
}

#[test]
fn copied_values_have_a_route_and_are_drawn_when_asked_for() {
    let analysis = Analysis::new(PAIRS);
    let scene = analysis.scene();
    let alone = edge(scene, "web:api", "worker:jobs", EdgeClass::Config);
    assert!(!alone.drawn && alone.label.is_none());
    let (from, to) = (node(scene, "web:api").rect, node(scene, "worker:jobs").rect);
    let (start, end) = (alone.route[0], *alone.route.last().unwrap());
    assert!((start.x - from.right()).abs() < 0.01 && from.y < start.y && start.y < from.bottom());
    assert!(end.x >= to.x - 0.01 && end.x <= to.right() + 0.01);
    let drawn = |scene: &Scene| scene.items.iter().any(|item| item.id == alone.id);
    assert!(!drawn(scene) && scene.undrawn.iter().any(|item| item.id == alone.id));
    let filter = ViewFilter { copied: true, ..ViewFilter::default() };
    let (_, asked) = analysis.subgraph(&filter, View::default()).expect("there is more to draw");
    assert!(drawn(&asked) && asked.undrawn.is_empty());
    assert!(asked.legend.iter().any(|entry| entry.id == "config"));
    // A node and its neighbours are drawn with all that joins them.
    let focus = ViewFilter { focus: Some("worker:jobs".to_owned()), ..ViewFilter::default() };
    assert!(drawn(&analysis.subgraph(&focus, View::default()).unwrap().1));
}

#[test]
fn marks_and_legend_say_what_occurs() {
    let scene = Analysis::new(EVERYTHING).scene().clone();
    assert!(scene.nodes.iter().any(|node| node.severity.is_some()));
    let legend: Vec<&str> = scene.legend.iter().map(|entry| entry.id).collect();
    for id in ["private", "ingress", "public", "detour", "blocked", "unknown"] {
        assert!(legend.contains(&id), "{id} is missing in {legend:?}");
    }
    let plain = Analysis::new("services:\n  - {type: worker, name: a, runtime: docker}\n");
    assert!(!legend.contains(&"config"), "a copied value is not drawn");
    assert!(plain.scene().legend.is_empty(), "{:?}", plain.scene().legend);
}

#[test]
fn a_picture_of_nothing_is_still_a_picture() {
    for text in ["", "# nothing\n", "services: []\n", "{", "- 1\n"] {
        let analysis = Analysis::new(text);
        assert_eq!(broken(&analysis), Vec::<String>::new());
        let scene = analysis.scene();
        assert!(scene.size.width > 100.0 && scene.nodes.is_empty(), "{text:?}");
        assert!(document(scene, &SvgOptions::default()).contains("An empty Blueprint"));
    }
}

#[test]
fn ids_of_items_are_unique_and_names_are_given() {
    let scene = Analysis::new(EVERYTHING).scene().clone();
    let mut ids: Vec<_> = scene.items.iter().map(|item| (item.kind, item.id.clone())).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
    for item in &scene.items {
        let spoken = matches!(
            item.kind,
            SceneItemKind::Lane | SceneItemKind::Group | SceneItemKind::Node | SceneItemKind::Edge
        );
        assert_eq!(spoken, !item.name.is_empty() && item.kind != SceneItemKind::Legend);
    }
}

#[test]
fn exports_stand_alone_and_hold_the_hooks() {
    let scene = Analysis::new(EVERYTHING).scene().clone();
    for theme in [SvgTheme::Auto, SvgTheme::Light, SvgTheme::Dark] {
        let svg = document(&scene, &SvgOptions { theme, ..SvgOptions::default() });
        assert!(!svg.contains("var(--"), "a renderer may not know custom properties");
        assert!(svg.contains("<title id=") && svg.contains("<desc id="));
        assert_eq!(svg.contains("prefers-color-scheme"), theme == SvgTheme::Auto);
        assert!(svg.matches("textLength=").count() >= svg.matches("<text").count());
        for hook in
            ["data-lane=\"region:oregon\"", "data-node=\"web:api\"", "data-severity=\"error\""]
        {
            assert!(svg.contains(hook), "{hook} is missing");
        }
        let lines = scene.edges.iter().filter(|edge| edge.drawn && edge.is_lead());
        assert_eq!(svg.matches("data-edge=").count(), lines.count());
        assert_eq!(svg.matches(" data-node=").count(), scene.nodes.len());
    }
    let inline = inline(&scene);
    assert!(!inline.contains("<style") && !inline.contains("style="), "the page is strict");
}

#[test]
fn long_and_foreign_names_stay_inside_their_boxes() {
    let long = "a-service-with-a-name-of-sixty-characters-that-nobody-can-read";
    let text = format!(
        "services:\n  - {{type: web, name: {long}, runtime: node}}\n  \
         - {{type: pserv, name: 数据处理服务数据处理服务数据处理服务数据处理服务, runtime: node}}\n"
    );
    let analysis = Analysis::new(&text);
    assert_eq!(broken(&analysis), Vec::<String>::new());
    let narrow = analysis.scene_in(Room { width: 336.0, height: Room::OPEN });
    let svg = document(&narrow, &SvgOptions::default());
    assert!(svg.contains('…') && svg.contains(long), "shortened, and whole in the accessible name");
}

#[test]
fn the_lanes_are_known_without_a_drawing() {
    let Some(files) = crate::real::blueprints() else { return };
    for (file, bytes) in files {
        let analysis = Analysis::with(decode(&bytes), Options::default());
        let lanes = lanes(analysis.blueprint(), analysis.network());
        let known: Vec<(&str, &str)> =
            lanes.iter().map(|lane| (lane.id.as_str(), lane.label)).collect();
        let scene = analysis.scene();
        let drawn: Vec<(&str, &str)> =
            scene.lanes.iter().map(|lane| (lane.id.as_str(), lane.label.as_str())).collect();
        assert_eq!(known, drawn, "{file}");
    }
}
