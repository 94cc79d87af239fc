//! Every violation of the schema is reported by exactly one rule: over all that the tables make possible, and over what
//! is found in the fixture pages, in real files and in seeded mutations of both.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::fixture::{blocks, strip};
use crate::schema::mutate::{Pool, Random, mutate};
use blueprint_lens_core::lint::{Claim, Claimant, Claims, Rule};
use blueprint_lens_core::platform::{FieldType, Kind, Required, SchemaNode, fields_of};
use blueprint_lens_core::rules;
use blueprint_lens_core::schema::{FoundValue, Violation, ViolationKind, check};
use blueprint_lens_core::syntax::parse;
use blueprint_lens_core::text::Span;
use serde_yaml::Value;

/// Mutations of each text.
const MUTATIONS: usize = 4;

fn claims() -> Claims {
    Claims::new(rules::all().iter().map(|rule| (rule.code, rule.claims)))
}

/// What is wrong with who claims a violation; `None` when it has one claimant.
fn dispute(claims: &Claims, violation: &Violation) -> Option<String> {
    let codes = |by_name: bool| -> Vec<&str> {
        let covers = |claim: &Claim| claim.is_specific() == by_name && claim.covers(violation);
        let claiming = |rule: &&&'static Rule| rule.claims.iter().any(covers);
        rules::all().iter().filter(claiming).map(|rule| rule.code).collect()
    };
    let (by_name, in_general) = (codes(true), codes(false));
    let expected = match (by_name.as_slice(), in_general.as_slice()) {
        ([code], _) => Claimant { code, by_name: true },
        ([], [code]) => Claimant { code, by_name: false },
        _ => return Some(format!("by name {by_name:?}, in general {in_general:?}: {violation:?}")),
    };
    let found = claims.claimant(violation);
    (found != Some(expected)).then(|| format!("{found:?} instead of {expected:?}: {violation:?}"))
}

fn violation(node: SchemaNode, field: &str, kind: ViolationKind) -> Violation {
    Violation {
        node,
        field: field.to_owned(),
        kind,
        span: Span::at(0),
        path: String::new(),
        refused: true,
        siblings: Arc::default(),
    }
}

/// Everything that can be wrong with the fields of a node, and more: combinations that no text can have do no harm.
fn possible(node: SchemaNode, names: &BTreeSet<&'static str>) -> Vec<Violation> {
    let mut out = Vec::new();
    let mut add = |field: &str, kind: ViolationKind| out.push(violation(node, field, kind));
    let own: Vec<&str> = fields_of(node).map(|row| row.name).collect();
    for name in names.iter().filter(|name| !own.contains(*name)) {
        add(name, ViolationKind::Unknown);
    }
    add("sprocket", ViolationKind::Unknown);
    add("(a key that is no text)", ViolationKind::Unknown);
    wrong_types(FieldType::Mapping(node), &mut |kind| add("", kind));
    if let Some(choice) = node.choice() {
        add("", ViolationKind::MissingOneOf(choice.among));
    }
    for row in fields_of(node) {
        if row.required != Required::No || row.name == "type" {
            add(row.name, ViolationKind::Missing);
        }
        for other in fields_of(node) {
            add(row.name, ViolationKind::Excluded { by: other.name, key: Span::at(0) });
        }
        let mut takes = Some(row.takes);
        while let Some(kind) = takes {
            wrong_types(kind, &mut |kind| add(row.name, kind));
            takes = if let FieldType::List(item) = kind { Some(*item) } else { None };
        }
    }
    if matches!(node, SchemaNode::Service(_) | SchemaNode::Database) {
        for kind in Kind::ALL {
            add("type", ViolationKind::Misplaced(kind));
        }
    }
    out
}

/// Every value that does not fit.
fn wrong_types(takes: FieldType, add: &mut dyn FnMut(ViolationKind)) {
    let written = || "text".to_owned();
    for found in [
        FoundValue::Null,
        FoundValue::Boolean(written()),
        FoundValue::Number(written()),
        FoundValue::Text(written()),
        FoundValue::List,
        FoundValue::Mapping(Vec::new()),
    ] {
        add(ViolationKind::WrongType { takes, found });
    }
    match takes {
        FieldType::OneOf(known) => add(ViolationKind::NotInList { known, written: written() }),
        FieldType::Whole { min, max } => {
            add(ViolationKind::OutOfRange { min, max, written: written() });
        }
        _ => {}
    }
}

fn everything_possible() -> Vec<Violation> {
    let names = SchemaNode::all().flat_map(fields_of).map(|row| row.name).collect();
    SchemaNode::all().flat_map(|node| possible(node, &names)).collect()
}

#[test]
fn every_possible_violation_has_one_claimant() {
    let claims = claims();
    let possible = everything_possible();
    assert!(possible.len() > 5_000, "only {} are possible", possible.len());
    let disputes: Vec<String> =
        possible.iter().filter_map(|violation| dispute(&claims, violation)).collect();
    let first = disputes.iter().take(12).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(disputes.is_empty(), "{} of {}:\n{first}", disputes.len(), possible.len());
}

#[test]
fn every_claim_covers_something_possible() {
    let possible = everything_possible();
    for rule in rules::all() {
        for claim in rule.claims {
            let covered = possible.iter().any(|violation| claim.covers(violation));
            assert!(covered, "{}: {claim:?} covers nothing", rule.code);
        }
    }
}

/// The texts of the fixture pages, and of the real files where they are at hand.
fn texts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut pages: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    pages.sort();
    let mut texts = Vec::new();
    for path in pages {
        let page = std::fs::read_to_string(&path).expect("the page can be read");
        for block in blocks(&page).iter().filter(|block| block.info == "yaml") {
            texts.push((path.display().to_string(), strip(&block.content).0));
        }
    }
    for (name, bytes) in crate::real::blueprints().unwrap_or_default() {
        texts.push((name, String::from_utf8_lossy(&bytes).into_owned()));
    }
    texts
}

#[test]
fn violations_that_are_met_have_one_claimant() {
    let claims = claims();
    let texts = texts();
    let values: Vec<Value> =
        texts.iter().filter_map(|(_, text)| serde_yaml::from_str(text).ok()).collect();
    let pool = Pool::of(values.iter(), &[]);
    let mut random = Random::new(0xC1A1);
    let mut met = 0;
    let mut look = |what: &str, text: &str| {
        for violation in check(&parse(text)) {
            met += 1;
            if let Some(dispute) = dispute(&claims, &violation) {
                panic!("{what}: {dispute}");
            }
        }
    };
    for (name, text) in &texts {
        look(name, text);
    }
    for value in values {
        for _ in 0..MUTATIONS {
            let mut value = value.clone();
            let what = mutate(&mut value, &pool, &mut random);
            look(&what, &serde_yaml::to_string(&value).expect("a value has a YAML form"));
        }
    }
    assert!(met > 500, "only {met} violations were met");
}
