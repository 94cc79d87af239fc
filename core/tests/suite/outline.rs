//! The picture for ears: what holds what, where steps lead, that each can be taken back, and what is said.

use std::collections::BTreeSet;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::Scene;
use blueprint_lens_core::scene::outline::{Grouping, Item, Outline, Place, Step, Walk};
use blueprint_lens_core::text::decode;

use crate::random::Random;
use crate::real;

const TEXT: &str = include_str!("fixture/everything.yaml");

const SMALL: &str = "projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: enabled}
        services:
          - {type: web, name: api, runtime: docker, plan: starter, envVars: [{key: AUTH, fromService: {name: auth, type: pserv, property: hostport}}, {key: DB, fromDatabase: {name: orders, property: connectionString}}]}
          - {type: pserv, name: auth, runtime: docker, envVars: [{key: DB, fromDatabase: {name: orders, property: connectionString}}]}
        databases: [{name: orders}]
services:
  - {type: worker, name: jobs, runtime: docker, region: frankfurt}
";

/// Every step that a key stands for.
const STEPS: [Step; 13] = [
    Step::Next,
    Step::Previous,
    Step::First,
    Step::Last,
    Step::Out,
    Step::In,
    Step::Along,
    Step::Back,
    Step::NextGroup,
    Step::PreviousGroup,
    Step::Regroup,
    Step::RegroupBack,
    Step::Return,
];

fn at(walk: &Walk) -> (Grouping, Place) {
    (walk.grouping(), walk.place().expect("a walk that has begun stands somewhere").clone())
}

fn said(scene: &Scene, walk: &Walk) -> String {
    let (grouping, place) = at(walk);
    Outline::new(scene, grouping).name(&place)
}

/// Takes steps that all lead somewhere; what is said at the last place.
fn go(scene: &Scene, walk: &mut Walk, steps: &[Step]) -> String {
    for step in steps {
        assert!(walk.step(scene, *step), "{step:?} leads nowhere from {:?}", walk.place());
    }
    said(scene, walk)
}

fn on(scene: &Scene, id: &str) -> Walk {
    let mut walk = Walk::default();
    walk.jump(scene, &Item::Node(id.to_owned()));
    walk
}

#[test]
fn siblings_levels_and_connections() {
    let analysis = Analysis::new(SMALL);
    let scene = analysis.scene();
    let mut walk = on(scene, "web:api");
    assert!(go(scene, &mut walk, &[Step::Next]).starts_with("auth, Private service"));
    assert!(go(scene, &mut walk, &[Step::Last]).starts_with("orders, Postgres"));
    assert_eq!(
        go(scene, &mut walk, &[Step::Out]),
        "shop/production, isolated environment, 3 resources: api, auth, orders (warning)."
    );
    assert_eq!(
        go(scene, &mut walk, &[Step::Out]),
        "Oregon, one private network, holds shop/production, 3 resources: api, auth, orders (warning)."
    );
    assert_eq!(
        go(scene, &mut walk, &[Step::Next]),
        "Frankfurt, one private network, 1 resource: jobs."
    );
    let whole = go(scene, &mut walk, &[Step::Out]);
    assert_eq!(
        whole,
        "The whole picture: 4 resources in Oregon and Frankfurt. By lane: Oregon, Frankfurt."
    );
    assert!(!walk.step(scene, Step::Out), "nothing holds the whole picture");
    let mut walk = on(scene, "web:api");
    assert_eq!(go(scene, &mut walk, &[Step::Along]), "api to auth, private, through AUTH");
    assert_eq!(go(scene, &mut walk, &[Step::Next]), "api to orders, private, through DB");
    assert!(go(scene, &mut walk, &[Step::Along]).starts_with("orders"));
    assert!(go(scene, &mut walk, &[Step::Back, Step::Previous, Step::Back]).starts_with("api"));
}

#[test]
fn the_same_nodes_by_environment_and_by_caller() {
    let analysis = Analysis::new(SMALL);
    let scene = analysis.scene();
    let mut walk = on(scene, "pserv:auth");
    go(scene, &mut walk, &[Step::Regroup]);
    assert_eq!(
        go(scene, &mut walk, &[Step::Out, Step::Next]),
        "In no environment, 1 resource: jobs."
    );
    let mut walk = on(scene, "pserv:auth");
    go(scene, &mut walk, &[Step::RegroupBack]);
    let position = |walk: &Walk| {
        let (grouping, place) = at(walk);
        Outline::new(scene, grouping).position(&place)
    };
    assert_eq!(position(&walk), "1 of 2 called by api");
    assert_eq!(
        go(scene, &mut walk, &[Step::Out]),
        "Called by api, 2 resources: auth, orders (warning)."
    );
    // The database is called twice, and is in both groups.
    assert_eq!(
        go(scene, &mut walk, &[Step::Next]),
        "Called by auth, 1 resource: orders (warning)."
    );
    assert_eq!(go(scene, &mut walk, &[Step::Next]), "Called by nobody, 1 resource: jobs.");
    assert!(go(scene, &mut walk, &[Step::First]).starts_with("the internet"));
}

#[test]
fn where_am_i() {
    let analysis = Analysis::new(SMALL);
    let scene = analysis.scene();
    let outline = Outline::new(scene, Grouping::Lane);
    let place = outline.place_of_node("pserv:auth").expect("it is there");
    assert_eq!(
        outline.whereabouts(&place),
        "auth, Private service, Oregon, environment shop/production, 2 of 3 in shop/production, in Oregon, \
         grouped by lane. 1 connection out, 1 in."
    );
}

#[test]
fn a_walk_outlives_a_redraw_and_the_loss_of_its_place() {
    let before = Analysis::new(SMALL);
    let mut walk = on(before.scene(), "pserv:auth");
    go(before.scene(), &mut walk, &[Step::Next]);
    let after = Analysis::new(&SMALL.replace("databases: [{name: orders}]", ""));
    let scene = after.scene();
    assert!(
        go(scene, &mut walk, &[Step::Return]).starts_with("auth"),
        "what is left is gone back to"
    );
    let mut walk = on(before.scene(), "postgres:orders");
    assert!(walk.step(scene, Step::Out), "a walk begins anew");
}

/// Every scene the tests have: the fixture, a small one, one without anything, and real files where they are.
fn scenes(mut look: impl FnMut(&str, &Scene)) {
    for (name, text) in [("everything", TEXT), ("small", SMALL), ("nothing", "")] {
        look(name, Analysis::new(text).scene());
    }
    for (name, bytes) in real::blueprints().unwrap_or_default().into_iter().step_by(7) {
        look(&name, Analysis::new(&decode(&bytes).text).scene());
    }
}

#[test]
fn every_step_can_be_taken_back_by_its_opposite() {
    scenes(|name, scene| {
        let mut random = Random(7);
        let mut walk = Walk::default();
        // A step that leads nowhere makes a walk begin.
        walk.step(scene, Step::Return);
        let start = at(&walk);
        let mut taken = Vec::new();
        for _ in 0..60 {
            let step = random.pick(&STEPS);
            if step.inverse().is_some() && walk.step(scene, step) {
                taken.push(step);
            }
        }
        for step in taken.iter().rev() {
            let opposite = step.inverse().expect("only such steps were taken");
            assert!(walk.step(scene, opposite), "{name}: {step:?} cannot be taken back");
        }
        assert_eq!(at(&walk), start, "{name}: {taken:?}");
    });
}

#[test]
fn every_step_can_be_taken_back_by_one_key() {
    scenes(|name, scene| {
        let mut random = Random(11);
        let mut walk = Walk::default();
        walk.step(scene, Step::Return);
        let start = at(&walk);
        let taken =
            (0..60).filter(|_| walk.step(scene, STEPS[random.below(STEPS.len() - 1)])).count();
        let back = std::iter::from_fn(|| walk.step(scene, Step::Return).then_some(())).count();
        assert_eq!(at(&walk), start, "{name}");
        assert!(back <= taken, "{name}: {back} steps back for {taken}");
    });
}

#[test]
fn everything_is_walked_to_in_every_grouping() {
    scenes(|name, scene| {
        for grouping in Grouping::ALL {
            let mut walk = Walk::default();
            while walk.grouping() != grouping {
                assert!(walk.step(scene, Step::Regroup));
            }
            while walk.step(scene, Step::Out) {}
            let (mut nodes, mut edges) = (BTreeSet::new(), BTreeSet::new());
            visit(scene, &mut walk, &mut nodes, &mut edges);
            assert_eq!(nodes.len(), scene.nodes.len(), "{name} by {}", grouping.word());
            let lines = scene.edges.iter().filter(|edge| edge.is_lead()).count();
            assert_eq!(edges.len(), lines, "{name} by {}", grouping.word());
        }
    });
}

/// Goes through everything inside a place, and says it.
fn visit(
    scene: &Scene,
    walk: &mut Walk,
    nodes: &mut BTreeSet<String>,
    edges: &mut BTreeSet<String>,
) {
    let (grouping, place) = at(walk);
    let words = Outline::new(scene, grouping).whereabouts(&place);
    assert!(!words.is_empty() && !words.starts_with(',') && !words.contains('`'), "{words}");
    assert!(!said(scene, walk).is_empty(), "{place:?} has no name");
    match place.item {
        Item::Group => {}
        Item::Node(id) => drop(nodes.insert(id)),
        Item::Edge { id, .. } => drop(edges.insert(id)),
    }
    if walk.step(scene, Step::In) {
        // It may lead back to where somebody has come out.
        walk.step(scene, Step::First);
        loop {
            visit(scene, walk, nodes, edges);
            if !walk.step(scene, Step::Next) {
                break;
            }
        }
        while walk.step(scene, Step::Previous) {}
        assert!(walk.step(scene, Step::Out));
    }
}
