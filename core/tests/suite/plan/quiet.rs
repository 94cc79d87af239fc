//! What the plan keeps quiet about, and what it never leaves out.

use std::collections::BTreeSet;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::diff;
use blueprint_lens_core::plan::{Mode, plan};
use blueprint_lens_core::text::decode;

use super::{SHOP, planned, shop};
use crate::real::{blueprints, cases};

#[test]
fn a_blueprint_beside_itself_has_an_empty_plan() {
    assert!(planned(SHOP, SHOP, Mode::Later).is_empty());
    assert!(planned("", "", Mode::Later).is_empty());
    let files = blueprints().into_iter().chain(cases()).flatten();
    for (name, bytes) in files {
        let analysis = Analysis::new(&decode(&bytes).text);
        let found = plan(&analysis, &analysis, &diff(&analysis, &analysis), Mode::Later);
        assert!(found.is_empty(), "{name}: {:#?}", found.consequences);
    }
}

#[test]
fn comments_order_and_spelling_have_an_empty_plan() {
    let reworded = shop(&[
        ("runtime: node", "env: node"),
        ("type: keyvalue\n    name: cache", "type: redis\n    name: cache"),
        ("plan: starter\n    numInstances", "plan: 0.5c-512mb\n    numInstances"),
        (
            "paths: [src/**]\n      ignoredPaths: [docs/**]",
            "ignoredPaths:\n        - docs/**\n      paths:\n        - 'src/**'",
        ),
        (
            "databases:\n  - name: orders\n",
            "# The data.\ndatabases:\n  - name: orders\n    region: oregon\n",
        ),
    ]);
    let (groups, rest) = (SHOP.find("envVarGroups:").expect("there are groups"), &reworded);
    let reordered = format!("{}{}", &SHOP[groups..], &SHOP[..groups]);
    for head in [rest, &reordered] {
        let found = planned(SHOP, head, Mode::Later);
        assert!(found.is_empty(), "{head}\n{:#?}", found.consequences);
        assert!(planned(head, SHOP, Mode::Later).is_empty());
    }
}

#[test]
fn every_part_that_differs_is_named() {
    let heads = [
        shop(&[
            ("npm start", "node ."),
            ("name: jobs", "name: tasks"),
            ("noeviction", "allkeys-lru"),
        ]),
        shop(&[("name: shop", "name: store"), ("west", "east"), ("basic-1gb", "basic-4gb")]),
        String::new(),
    ];
    for head in &heads {
        for (one, other) in [(SHOP, head.as_str()), (head.as_str(), SHOP)] {
            let (base, head) = (Analysis::new(one), Analysis::new(other));
            let difference = diff(&base, &head);
            let found = plan(&base, &head, &difference, Mode::Later);
            let named: BTreeSet<&str> =
                found.consequences.iter().map(|one| one.part.id.as_str()).collect();
            for part in &difference.parts {
                assert!(named.contains(part.part.id.as_str()), "{}\n{other}", part.part.id);
            }
        }
    }
}

#[test]
fn no_secret_of_either_side_is_in_a_plan() {
    const CANARY: &str = "kestrel-9f3c1b7a";
    let secret = |key: &str, value: &str| {
        shop(&[(
            "      - key: MODE\n        value: production\n",
            &format!("      - {{key: {key}, value: '{value}'}}\n"),
        )])
    };
    let url = format!("postgres://app:{CANARY}@db.example.com/x");
    let texts = [
        SHOP.to_owned(),
        String::new(),
        secret("API_TOKEN", CANARY),
        secret("API_TOKEN", &format!("{CANARY}-2")),
        secret("UPSTREAM", &url),
        secret("MODE", &url),
        shop(&[("npm start", &format!("API_TOKEN={CANARY} npm start"))]),
        shop(&[(
            "SESSION_KEY\n        generateValue: true",
            &format!("SESSION_SECRET\n        value: {CANARY}"),
        )]),
    ];
    for base in &texts {
        for head in &texts {
            for mode in [Mode::Later, Mode::First] {
                let found = planned(base, head, mode);
                let told = format!("{found:?}{:?}", blueprint_lens_core::plan::headline(&found));
                assert!(!told.contains(CANARY), "{told}");
            }
        }
    }
}
