//! The picture of both sides: everything of the head, everything that is gone, and marks on what changed.

use std::collections::BTreeMap;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::{Mark, PartChangeKind, Union, diff, picture};
use blueprint_lens_core::scene::{Room, Scene, SceneItemKind, View, ViewFilter};

const BASE: &str = "\
projects:
  - name: shop
    environments:
      - name: production
        services:
          - type: web
            name: api
            runtime: docker
            envVars:
              - key: CACHE
                fromService: {type: keyvalue, name: cache, property: connectionString}
              - key: DB
                fromDatabase: {name: orders, property: connectionString}
      - name: old
        networking: {isolation: enabled}
        services:
          - {type: pserv, name: last, runtime: docker}
databases:
  - {name: orders, ipAllowList: [], readReplicas: [{name: copy}]}
services:
  - {type: keyvalue, name: cache, ipAllowList: []}
";

/// Marks of the nodes and edges of a picture, by id.
fn marks(scene: &Scene) -> BTreeMap<String, &'static str> {
    let marks = Mark::ALL;
    let mut out = BTreeMap::new();
    for item in &scene.items {
        if matches!(item.kind, SceneItemKind::Node | SceneItemKind::Edge) {
            let found = marks.iter().find(|m| item.class.split(' ').any(|c| c == m.class()));
            let word = found.map_or("same", |mark| mark.word());
            assert!(word == "same" || item.name.starts_with(word), "{}", item.name);
            assert_eq!(out.insert(item.id.clone(), word), None, "{} is drawn twice", item.id);
        }
    }
    out
}

fn between(base: &str, head: &str) -> BTreeMap<String, &'static str> {
    let (base, head) = (Analysis::new(base), Analysis::new(head));
    marks(&picture(&base, &head, &diff(&base, &head), Room::default()))
}

#[test]
fn nothing_changed_is_the_head_itself() {
    let analysis = Analysis::new(BASE);
    let scene = picture(&analysis, &analysis, &diff(&analysis, &analysis), Room::default());
    assert_eq!(&scene, analysis.scene());
}

#[test]
fn what_came_and_went_is_marked() {
    let head = "\
projects:
  - name: shop
    environments:
      - name: production
        services:
          - type: web
            name: api
            runtime: docker
            plan: standard
            envVars:
              - key: DB
                fromDatabase: {name: orders, property: connectionString}
          - {type: worker, name: jobs, runtime: docker}
databases:
  - {name: orders, ipAllowList: []}
";
    let found = between(BASE, head);
    let expected = [
        ("web:api", "changed"),
        ("worker:jobs", "new"),
        ("pserv:last", "gone"),
        ("keyvalue:cache", "gone"),
        ("replica:copy", "gone"),
        ("web:api>postgres:orders:private:ok", "same"),
        ("gone:web:api>keyvalue:cache:private:ok", "gone"),
    ];
    for (id, word) in expected {
        assert_eq!(found.get(id), Some(&word), "{id} in {found:#?}");
    }
    // Seen the other way round, what went is what came.
    let back = between(head, BASE);
    for (id, word) in [("worker:jobs", "gone"), ("pserv:last", "new"), ("replica:copy", "new")] {
        assert_eq!(back.get(id), Some(&word), "{id} in {back:#?}");
    }
}

#[test]
fn what_stands_in_another_network_or_environment_has_moved() {
    let into_old = BASE.replace(
        "          - {type: pserv, name: last, runtime: docker}\n",
        "          - {type: pserv, name: last, runtime: docker}\n          - {type: keyvalue, name: cache, ipAllowList: []}\n",
    );
    let into_old = into_old.split_once("services:\n  - {type: keyvalue").unwrap().0;
    assert_eq!(between(BASE, into_old).get("keyvalue:cache"), Some(&"moved"));
    let far =
        BASE.replace("name: last, runtime: docker", "name: last, runtime: docker, region: ohio");
    assert_eq!(between(BASE, &far).get("pserv:last"), Some(&"moved"));
}

/// The picture of both, with what the head alone shows kept in place; and the picture of the head.
fn beside(base: &str, head: &str) -> (Scene, Scene) {
    let (base, head) = (Analysis::new(base), Analysis::new(head));
    let view = View { room: Room::default(), previous: Some(head.scene()) };
    let union = Union::new(&base, &head, &diff(&base, &head));
    (union.scene(head.found(), None, view), head.scene().clone())
}

#[test]
fn a_comparison_moves_nothing_but_for_the_room_of_what_is_gone() {
    let (both, alone) = beside(&BASE.replace("runtime: docker", "runtime: node"), BASE);
    for (held, node) in both.nodes.iter().zip(&alone.nodes) {
        assert_eq!((&held.id, held.rect), (&node.id, node.rect));
    }
    let head = BASE.replace(
        "  - {type: keyvalue, name: cache, ipAllowList: []}\n",
        "  - {type: worker, name: jobs, runtime: docker}\n",
    );
    let (both, alone) = beside(BASE, &head);
    assert_eq!(both.nodes.len(), alone.nodes.len() + 1);
    let held = |id: &str| both.nodes.iter().find(|node| node.id == id).map(|node| node.rect);
    for node in alone.nodes.iter().filter(|node| node.declared) {
        let held = held(&node.id).unwrap();
        assert!(held.x >= node.rect.x && held.y >= node.rect.y, "{} went back", node.id);
    }
}

#[test]
fn what_only_the_base_has_is_nowhere_in_the_text_of_the_head() {
    let (base, head) = (Analysis::new(BASE), Analysis::new("services: []\n"));
    let scene = picture(&base, &head, &diff(&base, &head), Room::default());
    assert!(scene.nodes.iter().all(|node| node.span.is_none()));
    assert!(scene.edges.iter().all(|edge| edge.spans.is_empty()));
}

#[test]
fn a_box_that_stands_for_something_changed_is_marked() {
    let (base, head) =
        (Analysis::new(BASE), Analysis::new(&BASE.replace("name: last", "name: latest")));
    let union = Union::new(&base, &head, &diff(&base, &head));
    let folded = ["region:oregon".to_owned()].into();
    let filter = ViewFilter { folded: Some(folded), ..ViewFilter::default() };
    let part = union.subgraph(head.diagnostics(), &filter).unwrap();
    let scene = union.scene(head.found(), Some(&part), View::default());
    assert_eq!(marks(&scene).get("region:oregon"), Some(&"changed"));
}

#[test]
fn an_environment_that_is_gone_keeps_its_frame() {
    let (base, head) = (Analysis::new(BASE), Analysis::new("services: []\n"));
    let scene = picture(&base, &head, &diff(&base, &head), Room::default());
    let frames: Vec<&str> = scene.groups.iter().map(|group| group.env.as_str()).collect();
    assert_eq!(frames, ["shop/production", "shop/old"]);
    assert!(scene.groups[1].isolated && !scene.groups[0].isolated);
    assert_eq!(scene.nodes.len(), base.scene().nodes.len());
    assert_eq!(scene.edges.len(), base.scene().edges.len());
}

#[test]
fn real_files_against_each_other() {
    let Some(files) = crate::real::blueprints() else { return };
    let every_fourth = files.iter().step_by(4);
    let analyses: Vec<Analysis> =
        every_fourth.map(|(_, bytes)| Analysis::new(&String::from_utf8_lossy(bytes))).collect();
    for pair in analyses.windows(2) {
        let (base, head) = (&pair[0], &pair[1]);
        let difference = diff(base, head);
        let found = marks(&picture(base, head, &difference, Room::default()));
        let resources = |kind: &PartChangeKind, side: &Analysis| {
            let parts = difference.parts.iter().filter(|part| part.kind == *kind);
            parts.filter(|part| side.network().find(&part.part.id).is_some()).count()
        };
        let count = |word: &str| {
            found.iter().filter(|(id, found)| **found == word && !id.contains('>')).count()
        };
        assert_eq!(count("new"), resources(&PartChangeKind::Added, head));
        assert_eq!(count("gone"), resources(&PartChangeKind::Removed, base));
        assert!(diff(base, base).is_empty());
    }
}
