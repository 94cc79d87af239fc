//! Twins: what is the same thing gets the same name, and everything else stays.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::diff;
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::lint::Options;
use blueprint_lens_core::twin::{
    Renamed, TwinSide, environment_file, environments, twins, uses_aliases,
};

use crate::real::blueprints;
use blueprint_lens_core::text::decode;

fn analyse(renamed: Renamed) -> Analysis {
    Analysis::with(renamed.text, Options::default())
}

fn compared(one: (&str, &str), other: (&str, &str)) -> (Analysis, Analysis) {
    let (first, second) = (Analysis::new(one.1), Analysis::new(other.1));
    let (first, second) = twins(
        &TwinSide { analysis: &first, name: one.0 },
        &TwinSide { analysis: &second, name: other.0 },
    );
    (analyse(first), analyse(second))
}

const STAGING: &str = "\
# blueprint-lens: assert api-staging -> cache-staging reachable
services:
  - type: web
    name: api-staging
    runtime: node
    buildCommand: npm ci
    startCommand: npm start
    envVars:
      - fromGroup: shared-staging
      - key: SELF
        value: https://api-staging.onrender.com/health
      - key: CACHE
        fromService: {name: 'cache-staging', type: keyvalue, property: connectionString}
      - key: JOBS
        value: http://jobs-staging:10000
      - key: STAGE
        value: staging
  - {type: pserv, name: jobs-staging, runtime: node, buildCommand: npm ci, startCommand: npm start}
  - type: keyvalue
    name: \"cache-staging\"
    ipAllowList: []
envVarGroups:
  - name: shared-staging
    envVars:
      - {key: A, value: 1}
";

#[test]
fn twins_that_differ_by_their_names_alone_are_alike() {
    let production = STAGING.replace("-staging", "").replace("value: staging", "value: production");
    let (one, other) = compared(("staging.yaml", STAGING), ("render.yaml", &production));
    let found = diff(&one, &other);
    let fields: Vec<&str> = found
        .parts
        .iter()
        .flat_map(|part| &part.fields)
        .map(|changed| changed.field.as_str())
        .collect();
    assert_eq!(fields, ["envVars.STAGE"], "{}", one.text());
    assert!(found.edges.is_empty() && found.introduced.is_empty() && found.solved.is_empty());
    let same = STAGING.replace("staging", "prod");
    let (one, other) = compared(("a", STAGING), ("b", &same));
    assert_eq!(diff(&one, &other).parts.len(), 1);
}

#[test]
fn words_of_the_own_path_are_stages_too() {
    let one = "services:\n  - {type: web, name: api-eu, runtime: node}\n";
    let other = "services:\n  - {type: web, name: us-api, runtime: node}\n";
    let (first, second) = compared(("eu/render.yaml", one), ("us/render.yaml", other));
    assert!(diff(&first, &second).is_empty());
    let (first, second) = compared(("one/render.yaml", one), ("two/render.yaml", other));
    assert!(!diff(&first, &second).is_empty(), "elsewhere they are other names");
}

#[test]
fn an_environment_becomes_a_file_of_its_own() {
    let text = "\
x-shared: &shared
  runtime: node
  plan: starter
projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: enabled}
        services:
          - type: worker
            name: mail
            <<: *shared
            startCommand: |
              first
                second
      - {name: 'staging', services: [{type: worker, name: mail-staging, runtime: node, plan: starter, startCommand: \"first\\n  second\\n\"}], networking: {isolation: enabled}}
";
    let written = Analysis::new(text);
    assert!(uses_aliases(&written, "shop/production") && !uses_aliases(&written, "shop/staging"));
    let analysis = Analysis::new(&expand(&written));
    assert_eq!(environments(&analysis), ["shop/production", "shop/staging"]);
    assert!(environment_file(&analysis, "shop/other").is_none());
    let alone =
        |name| Analysis::with(environment_file(&analysis, name).unwrap(), Options::default());
    let (one, other) = (alone("shop/production"), alone("shop/staging"));
    for side in [&one, &other] {
        assert!(side.syntax().errors.is_empty(), "{}", side.text());
        assert_eq!(side.blueprint().resources.len(), 1, "{}", side.text());
    }
    let names = ("render.yaml#shop/production", "render.yaml#shop/staging");
    let (one, other) = compared((names.0, one.text()), (names.1, other.text()));
    let found = diff(&one, &other);
    assert!(found.is_empty(), "{:?}\n{}\n{}", found.parts, one.text(), other.text());
}

#[test]
fn every_real_file_is_its_own_twin() {
    let Some(files) = blueprints() else { return };
    let mut environments_seen = 0;
    for (name, bytes) in &files {
        let text = decode(bytes).text;
        let (one, other) = compared((name, &text), (name, &text));
        assert!(diff(&one, &other).is_empty(), "{name}");
        let before = Analysis::new(&text);
        assert_eq!(one.syntax().errors.len(), before.syntax().errors.len(), "{name}");
        assert_eq!(one.blueprint().resources.len(), before.blueprint().resources.len(), "{name}");
        for label in environments(&before) {
            let whole = if uses_aliases(&before, &label) {
                Analysis::new(&expand(&before))
            } else {
                before.clone()
            };
            let alone = environment_file(&whole, &label).expect("it is there");
            let alone = Analysis::with(alone, Options::default());
            let inside = |analysis: &Analysis| {
                let scopes = analysis.blueprint().resources.iter().map(|one| one.scope);
                scopes.filter(|one| analysis.blueprint().scope_label(*one) == label).count()
            };
            assert_eq!(inside(&alone), inside(&before), "{name} {label}\n{}", alone.text());
            environments_seen += 1;
        }
    }
    assert!(environments_seen > 10, "only {environments_seen}");
}
