//! What a picture does while somebody types: what was there stays where it is.

use std::collections::BTreeMap;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::{Point, Room, Scene};

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
fn a_resource_that_is_typed_moves_the_others_less_when_they_are_kept_in_place() {
    let mut shown = Analysis::new(BEFORE).scene().clone();
    let (mut kept, mut free, mut moves) = (0.0, 0.0, 0);
    let mut pure = shown.clone();
    for text in texts() {
        let analysis = Analysis::new(&text);
        let next = analysis.scene_with_previous(Room::default(), &shown);
        let moved = movement(&shown, &next);
        kept += moved;
        moves += usize::from(moved > 0.0);
        free += movement(&pure, analysis.scene());
        pure = analysis.scene().clone();
        shown = next;
    }
    assert!(moves <= 1, "what was there moved {moves} times");
    assert!(kept <= free / 4.0, "kept in place {kept}, free {free}");
}

#[test]
fn an_edit_of_a_value_moves_nothing() {
    let shown = Analysis::new(BEFORE);
    let edited = Analysis::new(&BEFORE.replace("npm run mail", "npm run mails"));
    assert_eq!(
        places(shown.scene()),
        places(&edited.scene_with_previous(Room::default(), shown.scene()))
    );
}

#[test]
fn what_was_shown_never_enters_the_picture_of_the_text_alone() {
    let shown = Analysis::new(&BEFORE.replace("name: orders", "name: aaa"));
    let moved = BEFORE.replacen("region: oregon", "region: ohio", 1);
    let analysis = Analysis::new(&moved);
    assert_ne!(analysis.scene_with_previous(Room::default(), shown.scene()), *analysis.scene());
    assert_eq!(analysis.scene(), Analysis::new(&moved).scene());
}
