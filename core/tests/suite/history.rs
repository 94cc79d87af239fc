//! Boxes stay put over many versions of a Blueprint.

use std::collections::BTreeMap;

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::history::Places;
use blueprint_lens_core::scene::{Room, Scene, SceneNode, frame_id};
use blueprint_lens_core::text::decode;

use crate::real::changes;

/// Draws every version as a report does: again with more room, while one of them needs it.
fn pictures(versions: &[Analysis]) -> Vec<Scene> {
    let versions: Vec<&Analysis> = versions.iter().collect();
    let mut places = Places::new(&versions, Room::default());
    let draw = |places: &Places| versions.iter().map(|version| places.scene(version)).collect();
    let mut scenes: Vec<Scene> = draw(&places);
    for _ in 0..3 {
        if !places.make_room(&versions, &scenes) {
            break;
        }
        scenes = draw(&places);
    }
    scenes
}

/// The boxes that stand elsewhere than in an earlier version, although their lane and frame are the same.
fn moved(versions: &[Analysis]) -> Vec<String> {
    let mut known: BTreeMap<_, (f64, f64)> = BTreeMap::new();
    let mut moved = Vec::new();
    for (version, scene) in versions.iter().zip(pictures(versions)) {
        for ((_, node), drawn) in version.network().nodes().zip(&scene.nodes) {
            if drawn.lane.is_none() {
                continue;
            }
            let frame = frame_id(version.blueprint(), node);
            let at = place(drawn);
            let before = known.entry((drawn.id.clone(), drawn.lane.clone(), frame)).or_insert(at);
            if (before.0 - at.0).abs() > 1.0 || (before.1 - at.1).abs() > 1.0 {
                moved.push(format!("{}: {before:?} -> {at:?}", drawn.id));
            }
        }
    }
    moved
}

fn place(node: &SceneNode) -> (f64, f64) {
    (node.rect.x, node.rect.center().y)
}

/// A shop that grows, loses its cache, is moved to another region in part, and gets its cache back.
fn shop() -> Vec<Analysis> {
    let web = "services:\n  - {type: web, name: api, runtime: docker, envVars: [{key: DB, fromDatabase: {name: db, property: connectionString}}]}\n";
    let worker = "  - {type: worker, name: jobs, runtime: docker, envVars: [{key: CACHE, fromService: {type: keyvalue, name: cache, property: connectionString}}, {key: API, fromService: {type: web, name: api, property: hostport}}]}\n";
    let cache = "  - {type: keyvalue, name: cache, ipAllowList: []}\n";
    let far = "  - {type: pserv, name: search, runtime: docker, region: frankfurt, envVars: [{key: DB, fromDatabase: {name: db, property: host}}]}\n";
    let db = "databases:\n  - {name: db, ipAllowList: []}\n";
    let open = "databases:\n  - {name: db}\n";
    [
        format!("{web}{db}"),
        format!("{web}{worker}{cache}{db}"),
        format!("{web}{worker}{cache}{open}"),
        format!("{web}{worker}{open}"),
        format!("{far}{web}{worker}{open}").replacen("services:\n", "", 1),
        format!("services:\n{far}{}{worker}{open}", web.replace("services:\n", "")),
        String::new(),
        format!("{web}{worker}{cache}{far}{db}"),
    ]
    .iter()
    .map(|text| Analysis::new(text))
    .collect()
}

#[test]
fn boxes_stay_put() {
    let versions = shop();
    assert_eq!(moved(&versions), Vec::<String>::new());
    let scenes = pictures(&versions);
    for (version, scene) in versions.iter().zip(&scenes) {
        assert_eq!(scene.nodes.len(), version.network().graph().node_count());
    }
    // The words are each version's own: what the text alone says of it.
    for (version, scene) in versions.iter().zip(&scenes) {
        assert_eq!(scene.summary, version.scene().summary);
    }
}

#[test]
fn another_region_is_another_place() {
    let at = |region: &str| {
        Analysis::new(&format!(
            "services:\n  - {{type: pserv, name: a, runtime: docker, region: {region}}}\n  - {{type: pserv, name: b, runtime: docker}}\n"
        ))
    };
    let versions = [at("oregon"), at("frankfurt"), at("oregon")];
    let scenes = pictures(&versions);
    let place_of = |scene: &Scene| place(&scene.nodes[0]);
    assert_ne!(place_of(&scenes[0]), place_of(&scenes[1]));
    assert_eq!(place_of(&scenes[0]), place_of(&scenes[2]));
    assert_eq!(place(&scenes[0].nodes[1]), place(&scenes[1].nodes[1]));
}

#[test]
fn environments_count_from_those_that_hold_something() {
    let shop = |isolation: &str| {
        Analysis::new(&format!(
            "projects:\n  - name: shop\n    environments:\n      - {{name: a}}\n      - {{name: b}}\n      - name: c\n        networking: {{isolation: {isolation}}}\n        services: [{{type: pserv, name: api, runtime: docker}}]\n"
        ))
    };
    let versions = [shop("enabled"), shop("disabled")];
    let scenes = pictures(&versions);
    assert!(scenes[0].groups[0].isolated && !scenes[1].groups[0].isolated);
    assert_eq!(place(&scenes[0].nodes[0]), place(&scenes[1].nodes[0]));
}

#[test]
fn boxes_of_real_changes_stay_put() {
    let mut jumps = Vec::new();
    // A third of them is many enough, and quick.
    for (name, base, head) in changes().unwrap_or_default().into_iter().step_by(3) {
        let read = |bytes: &[u8]| Analysis::with(decode(bytes), Options::default());
        let jumped = moved(&[read(&base), read(&head)]);
        jumps.extend(jumped.into_iter().map(|moved| format!("{name}: {moved}")));
    }
    assert_eq!(jumps, Vec::<String>::new());
}
