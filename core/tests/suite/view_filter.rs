//! View filters: what the picture leaves out, what represents what, and that the drawing keeps its promises.

use std::collections::BTreeSet;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::layout::{layout, verify};
use blueprint_lens_core::scene::{
    Room, Scene, SceneEdge, SceneItem, SceneItemKind, Subgraph, View, ViewFilter,
};

const TEXT: &str = "projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: enabled}
        services:
          - {type: web, name: api, runtime: docker, envVars: [{key: AUTH, fromService: {name: auth, type: pserv, property: hostport}}, {key: A, fromDatabase: {name: orders, property: connectionString}}]}
          - {type: pserv, name: auth, runtime: docker, envVars: [{key: DB, fromDatabase: {name: orders, property: connectionString}}]}
services:
  - {type: worker, name: jobs, runtime: docker, envVars: [{key: DB, fromDatabase: {name: orders, property: connectionString}}]}
  - {type: cron, name: nightly, runtime: docker, schedule: '0 3 * * *'}
databases: [{name: orders, region: ohio}]
";

fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    words.into_iter().map(ToOwned::to_owned).collect()
}

fn drawn(filter: &ViewFilter) -> (Subgraph, Scene) {
    Analysis::new(TEXT).subgraph(filter, View::default()).expect("something is left out")
}

fn ids(scene: &Scene) -> Vec<&str> {
    scene.nodes.iter().map(|node| node.id.as_str()).collect()
}

fn edge<'a>(scene: &'a Scene, from: &str, to: &str) -> &'a SceneEdge {
    scene.edges.iter().find(|edge| edge.from == from && edge.to == to).expect("they are joined")
}

#[test]
fn words_without_meaning_leave_everything_as_it_is() {
    let analysis = Analysis::new(TEXT);
    let filter = ViewFilter {
        focus: Some("web:gone".to_owned()),
        hidden: words(["static"]),
        folded: Some(words(["region:singapore", "env:shop/gone@region:oregon"])),
        copied: true,
    };
    assert!(analysis.subgraph(&filter, View::default()).is_none());
    assert!(analysis.subgraph(&ViewFilter::default(), View::default()).is_none());
}

#[test]
fn kinds_are_left_out_with_their_edges() {
    let (subgraph, scene) =
        drawn(&ViewFilter { hidden: words(["worker", "cron"]), ..ViewFilter::default() });
    assert_eq!(ids(&scene), ["web:api", "pserv:auth", "postgres:orders", "internet"]);
    assert!(scene.edges.iter().all(|edge| edge.from != "worker:jobs"));
    assert_eq!((subgraph.shown, subgraph.total), (3, 5));
    assert!(scene.title.ends_with("(shown: 3 of 5)"), "{}", scene.title);
    assert!(scene.summary.starts_with("Shown: 3 of 5."), "{}", scene.summary);
}

#[test]
fn a_node_is_drawn_with_its_neighbours_even_when_its_kind_is_left_out() {
    let filter = ViewFilter {
        focus: Some("pserv:auth".to_owned()),
        hidden: words(["pserv"]),
        ..ViewFilter::default()
    };
    let (subgraph, scene) = drawn(&filter);
    assert_eq!(ids(&scene), ["web:api", "pserv:auth", "postgres:orders"]);
    assert_eq!(subgraph.words(), "shown: 3 of 5");
    // The neighbours' own edges are part of the picture too.
    edge(&scene, "web:api", "postgres:orders");
}

#[test]
fn an_environment_becomes_one_box_in_its_frame_and_its_edges_merge() {
    let frame = "env:shop/production@region:oregon";
    let (subgraph, scene) =
        drawn(&ViewFilter { folded: Some(words([frame])), ..ViewFilter::default() });
    assert_eq!(ids(&scene), [frame, "worker:jobs", "cron:nightly", "postgres:orders", "internet"]);
    let group = scene.groups.iter().find(|group| group.id == frame).unwrap();
    let inside = &scene.nodes[0];
    assert!(group.isolated && group.rect.contains(inside.rect));
    assert_eq!((inside.name.as_str(), inside.kind), ("shop/production", "folded"));
    let merged = edge(&scene, frame, "postgres:orders");
    assert_eq!(merged.label.as_ref().unwrap().text, "2 connections");
    assert_eq!(merged.variables, ["A", "DB"]);
    assert_eq!(merged.stop.as_ref().unwrap().reason, "isolated-environment");
    assert_eq!(subgraph.representative("web:api"), frame);
    assert_eq!(subgraph.representative("worker:jobs"), "worker:jobs");
    // Marks of what is inside are on the box.
    assert_eq!(inside.severity, Some(Severity::Error));
}

#[test]
fn a_lane_becomes_one_box() {
    let (subgraph, scene) =
        drawn(&ViewFilter { folded: Some(words(["region:oregon"])), ..ViewFilter::default() });
    assert_eq!(ids(&scene), ["region:oregon", "postgres:orders", "internet"]);
    assert_eq!((subgraph.shown, subgraph.total), (1, 5));
    let lane = scene.lanes.iter().find(|lane| lane.id == "region:oregon").unwrap();
    assert!(lane.rect.contains(scene.nodes[0].rect));
    let label = &edge(&scene, "region:oregon", "postgres:orders").label;
    assert_eq!(label.as_ref().unwrap().text, "3 connections");
}

/// Eight environments of six resources each, three of them open to the internet; the first environment is isolated, with an
/// unknown plan.
fn eight_environments() -> String {
    let environment = |at: usize| {
        let (isolation, plan) = match at {
            0 => ("networking: {isolation: enabled}, ", "huge"),
            _ => ("", "starter"),
        };
        let calls = format!(
            "envVars: [{{key: DB, fromDatabase: {{name: d{at}, property: connectionString}}}}]"
        );
        let service = |kind: &str, name: &str, plan: &str| {
            format!("{{type: {kind}, name: {name}{at}, runtime: docker, plan: {plan}, {calls}}}")
        };
        let services = [
            service("web", "a", plan),
            service("web", "b", "starter"),
            service("pserv", "c", "starter"),
        ];
        let more = [service("pserv", "e", "starter"), service("worker", "f", "starter")];
        format!(
            "{{name: e{at}, {isolation}services: [{}, {}], databases: [{{name: d{at}}}]}}",
            services.join(", "),
            more.join(", ")
        )
    };
    let all: Vec<String> = (0..8).map(environment).collect();
    format!("projects: [{{name: shop, environments: [{}]}}]\n", all.join(", "))
}

#[test]
fn many_environments_open_as_a_box_each_that_a_click_opens() {
    let analysis = Analysis::new(&eight_environments());
    let (subgraph, scene) =
        analysis.subgraph(&ViewFilter::default(), View::default()).expect("it is folded");
    assert_eq!(subgraph.total, 48);
    let boxes: Vec<_> = scene.nodes.iter().filter(|node| node.id.starts_with("env:")).collect();
    assert_eq!(boxes.len(), 8);
    assert_eq!(scene.nodes.len(), 9, "they and the internet");
    assert_eq!(boxes[0].severity, Some(Severity::Error));
    // Only the boundary of the isolated environment is drawn around its box.
    assert_eq!(scene.groups.iter().map(|group| group.label.as_str()).collect::<Vec<_>>(), ["e0"]);
    let says = |id: &str| {
        let is_node = |item: &&SceneItem| item.kind == SceneItemKind::Node && item.id == id;
        let item = scene.items.iter().find(is_node).expect("it is drawn");
        item.name.clone()
    };
    assert!(
        says(&boxes[0].id).starts_with("shop/e0, 6 resources · 1 error · 3 public · 1 data"),
        "{}",
        says(&boxes[0].id)
    );
    assert!(says(&boxes[3].id).starts_with("shop/e3, 6 resources · 3 public · 1 data"));
    let columns = scene.items.iter().find(|item| item.id == "columns").expect("the columns");
    assert!(columns.shapes.is_empty(), "boxes of every role have no role");
    // What a click does: all but one of them.
    let mut folded = analysis
        .with_folds(&ViewFilter::default(), Room::default())
        .folded
        .expect("they are folded");
    ViewFilter::toggle(&mut folded, &boxes[3].id);
    let filter = ViewFilter { folded: Some(folded), ..ViewFilter::default() };
    let (_, scene) = analysis.subgraph(&filter, View::default()).expect("most are folded");
    assert_eq!(scene.nodes.len(), 7 + 6 + 1);
    assert!(ids(&scene).contains(&"web:a3"));
}

#[test]
fn focus_on_a_folded_node_keeps_its_box() {
    let filter = ViewFilter {
        focus: Some("worker:jobs".to_owned()),
        folded: Some(words(["region:oregon"])),
        ..ViewFilter::default()
    };
    assert_eq!(ids(&drawn(&filter).1), ["region:oregon", "postgres:orders", "internet"]);
}

/// Every way of cutting every file down gives a drawing without overlaps, with every id once.
#[test]
fn every_subgraph_of_real_files_is_a_sound_drawing() {
    let Some(files) = crate::real::blueprints() else { return };
    let mut checked = 0;
    for (file, bytes) in files {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let analysis = Analysis::new(&text);
        let scene = analysis.scene();
        let lanes = scene.lanes.iter().map(|lane| lane.id.as_str());
        let groups = scene.groups.iter().map(|group| group.id.as_str());
        let filters = [
            ViewFilter { folded: Some(words(lanes.clone().take(1))), ..ViewFilter::default() },
            ViewFilter { folded: Some(words(groups)), ..ViewFilter::default() },
            ViewFilter { folded: Some(words(lanes)), ..ViewFilter::default() },
            ViewFilter {
                hidden: words(["postgres", "worker", "internet"]),
                ..ViewFilter::default()
            },
            ViewFilter {
                focus: scene.nodes.first().map(|node| node.id.clone()),
                ..ViewFilter::default()
            },
        ];
        for filter in filters {
            let Some((subgraph, drawn)) = analysis.subgraph(&filter, View::default()) else {
                continue;
            };
            let input = blueprint_lens_core::scene::layout_input(
                analysis.blueprint(),
                &subgraph.network,
                analysis.diagnostics(),
                Room::default(),
            );
            let broken = verify(&input, &layout(&input));
            assert!(broken.is_empty(), "{file}: {filter:?}: {broken:?}");
            let mut seen: Vec<_> = drawn.items.iter().map(|item| (item.kind, &item.id)).collect();
            let count = seen.len();
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), count, "{file}: {filter:?}");
            checked += 1;
        }
    }
    assert!(checked > 100, "only {checked} subgraphs");
}
