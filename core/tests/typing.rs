//! What a picture does while somebody types: what was there stays where it is.

use std::collections::BTreeMap;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::{Point, Scene};

const BEFORE: &str = "\
services:
  - type: web
    name: shop
    runtime: node
    region: oregon
    plan: starter
    buildCommand: npm ci
    startCommand: npm start
    envVars:
      - key: ORDERS
        fromService:
          type: pserv
          name: orders
          property: hostport
  - type: pserv
    name: orders
    runtime: node
    region: oregon
    plan: starter
    buildCommand: npm ci
    startCommand: npm start
    envVars:
      - key: DATABASE_URL
        fromDatabase:
          name: books
          property: connectionString
  - type: worker
    name: mail
    runtime: node
    region: oregon
    plan: starter
    buildCommand: npm ci
    startCommand: npm run mail
    envVars:
      - key: DATABASE_URL
        fromDatabase:
          name: books
          property: connectionString
databases:
  - name: books
    region: oregon
    plan: basic-256mb
    ipAllowList: []
";

/// A service as it is typed, into the list before the databases.
const TYPED: &str = "  - type: pserv
    name: prices
    runtime: node
    region: oregon
    plan: starter
    buildCommand: npm ci
    startCommand: npm start
    envVars:
      - key: DATABASE_URL
        fromDatabase:
          name: books
          property: connectionString
";

/// The texts on the way to the last one.
fn texts() -> impl Iterator<Item = String> {
    let at = BEFORE.find("databases:").unwrap_or_default();
    (0..=TYPED.len())
        .map(move |typed| format!("{}{}\n{}", &BEFORE[..at], &TYPED[..typed], &BEFORE[at..]))
}

/// Where the resources stand that nobody is typing.
fn places(scene: &Scene) -> BTreeMap<String, Point> {
    let others = scene.nodes.iter().filter(|node| node.kind != "internet" && node.name != "prices");
    others.map(|node| (node.id.clone(), node.rect.center())).collect()
}

/// Summed movement of what two pictures share.
fn movement(before: &Scene, after: &Scene) -> f64 {
    let after = places(after);
    let distance = |(id, was): (String, Point)| {
        after.get(&id).map(|is| (is.x - was.x).abs() + (is.y - was.y).abs())
    };
    places(before).into_iter().filter_map(distance).sum()
}

#[test]
fn a_resource_that_is_typed_moves_the_others_less_when_they_are_held() {
    let mut shown = Analysis::new(BEFORE);
    let (mut held, mut free, mut moves) = (0.0, 0.0, 0);
    let mut pure = shown.scene().clone();
    for text in texts() {
        let next = Analysis::new(&text).with_previous(shown.scene());
        let moved = movement(shown.scene(), next.scene());
        held += moved;
        moves += usize::from(moved > 0.0);
        let settled = next.relayout();
        free += movement(&pure, settled.scene());
        pure = settled.scene().clone();
        shown = next;
    }
    assert!(moves <= 1, "what was there moved {moves} times");
    assert!(held <= free / 4.0, "held {held}, free {free}");
}

#[test]
fn an_edit_of_a_value_moves_nothing() {
    let shown = Analysis::new(BEFORE);
    let next = Analysis::new(&BEFORE.replace("npm run mail", "npm run mails"))
        .with_previous(shown.scene());
    assert_eq!(places(shown.scene()), places(next.scene()));
}

#[test]
fn the_settled_picture_is_that_of_the_text_alone() {
    let shown = Analysis::new("services:\n  - {type: web, name: a, runtime: node}\n");
    let next = Analysis::new(BEFORE).with_previous(shown.scene());
    assert_eq!(next.relayout().scene(), Analysis::new(BEFORE).scene());
}
