//! Pictures of whole Blueprints: what they hold, and what the layout promises, for real files too.

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::graph::{EdgeClass, Verdict};
use blueprint_lens_core::layout::{layout, verify};
use blueprint_lens_core::scene::svg::{SvgOptions, SvgTheme, document, inline};
use blueprint_lens_core::scene::{
    Room, Scene, SceneEdge, SceneItemKind, SceneNode, lanes, layout_input,
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
    let (mut labels, mut placed) = (0, 0);
    for (name, bytes) in files {
        let analysis = Analysis::with(decode(&bytes), Options::default());
        assert_eq!(broken(&analysis), Vec::<String>::new(), "{name}");
        for edge in analysis.scene().edges.iter().filter(|e| e.class != EdgeClass::Ingress) {
            labels += 1;
            placed += usize::from(edge.label.is_some());
        }
    }
    assert_eq!(labels, placed, "every edge of a real file has room for its label");
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
    assert!(detour.route.iter().any(|point| point.x < left), "it leaves the lane");
    let internet = node(scene, "internet").rect;
    let inside = detour.route.iter().filter(|point| point.x < internet.right());
    assert_eq!(inside.count(), 2, "it runs up or down in the internet's bar");
    let label = internet.x + analysis.scene().form.internet_bar();
    assert!(detour.route.iter().all(|point| point.x > label), "beside the bar's name");
}

#[test]
fn a_bar_without_public_detours_is_as_wide_as_its_name() {
    let analysis = Analysis::new("services:\n  - {type: web, name: a, runtime: docker}\n");
    let width = node(analysis.scene(), "internet").rect.width;
    assert!((width - analysis.scene().form.internet_bar()).abs() < 0.01, "{width}");
}

#[test]
fn marks_and_legend_say_what_occurs() {
    let scene = Analysis::new(EVERYTHING).scene().clone();
    assert!(scene.nodes.iter().any(|node| node.severity.is_some()));
    let legend: Vec<&str> = scene.legend.iter().map(|entry| entry.id).collect();
    for id in ["private", "ingress", "public", "detour", "blocked", "unknown", "config"] {
        assert!(legend.contains(&id), "{id} is missing in {legend:?}");
    }
    let plain = Analysis::new("services:\n  - {type: worker, name: a, runtime: docker}\n");
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
        assert_eq!(svg.matches("data-edge=").count(), scene.edges.len());
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
    let svg = document(analysis.scene(), &SvgOptions::default());
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
