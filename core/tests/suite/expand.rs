//! The effective Blueprint: every step on its own, then what holds for real files.

use crate::promise::broken_by_expansion;
use crate::real::{blueprints, cases};
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::text::decode;
use proptest::prelude::*;
use serde_yaml::Value;

fn expanded(text: &str) -> String {
    expand(&Analysis::new(text))
}

/// The value at a dotted path of the effective Blueprint of a text.
fn read(text: &str) -> Value {
    let text = expanded(text);
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn a_small_file_is_written_out() {
    insta::assert_snapshot!(expanded(
        "\
previewsEnabled: true
x-shared: &shared
  runtime: node # anchors stay in the source
  buildCommand: npm ci
services:
  - type: web
    name: api
    <<: *shared
    startCommand: npm start
    plan: starter
    autoDeploy: no
    domain: api.example.com
    envVars:
      - fromGroup: common
      - key: LOG_LEVEL
        value: debug
      - key: CACHE_URL
        fromService: {type: redis, name: cache, property: connectionString}
      - fromGroup: elsewhere
  - type: redis
    name: cache
    plan: free
    ipAllowList: []
databases:
  - name: orders
    plan: free
    ipAllowList: []
envVarGroups:
  - name: common
    envVars:
      - key: LOG_LEVEL
        value: info
      - key: TOKEN
        generateValue: true
      - key: STRIPE_KEY
        sync: false
projects:
  - name: shop
    environments:
      - name: production
"
    ));
}

#[test]
fn groups_that_disagree_stay_links() {
    let text = "\
services:
  - {type: worker, name: jobs, runtime: docker, envVars: [{fromGroup: a}, {fromGroup: b}, {fromGroup: c}]}
envVarGroups:
  - {name: a, envVars: [{key: X, value: '1'}]}
  - {name: b, envVars: [{key: X, value: '2'}]}
  - {name: c, envVars: [{key: Y, value: '3'}]}
";
    let variables = &read(text)["services"][0]["envVars"];
    assert_eq!(variables[0]["fromGroup"], "a");
    assert_eq!(variables[1]["fromGroup"], "b");
    assert_eq!(variables[2]["key"], "Y");
    // The service's own value settles it.
    let text = text.replace("{fromGroup: c}", "{key: X, value: own}");
    let variables = read(&text)["services"][0]["envVars"].clone();
    assert_eq!(variables.as_sequence().map(Vec::len), Some(1), "{variables:?}");
    assert_eq!(variables[0]["value"], "own");
}

#[test]
fn the_group_of_the_same_environment_comes_first() {
    let text = "\
envVarGroups:
  - {name: common, envVars: [{key: WHERE, value: root}]}
projects:
  - name: shop
    environments:
      - name: production
        envVarGroups:
          - {name: common, envVars: [{key: WHERE, value: production}]}
        services:
          - {type: worker, name: jobs, runtime: docker, envVars: [{fromGroup: common}]}
      - name: staging
        services:
          - {type: worker, name: jobs, runtime: docker, envVars: [{fromGroup: common}]}
";
    let environments = &read(text)["projects"][0]["environments"];
    assert_eq!(environments[0]["services"][0]["envVars"][0]["value"], "production");
    assert_eq!(environments[1]["services"][0]["envVars"][0]["value"], "root");
    assert_eq!(environments[1]["networking"]["isolation"], "disabled");
}

#[test]
fn a_present_field_wins_over_its_former_name() {
    let text = "\
services:
  - type: web
    name: api
    env: python
    runtime: node
    autoDeploy: true
    autoDeployTrigger: checksPass
    previewPlan: standard
    previews: {generation: manual}
    pullRequestPreviewsEnabled: true
";
    let service = &read(text)["services"][0];
    assert_eq!(service["runtime"], "node");
    assert_eq!(service["autoDeployTrigger"], "checksPass");
    assert_eq!(service["previews"]["generation"], "manual");
    assert_eq!(service["previews"]["plan"], "1c-2g");
    for former in ["env", "autoDeploy", "previewPlan", "pullRequestPreviewsEnabled"] {
        assert!(service[former].is_null(), "{former}");
    }
}

#[test]
fn nothing_is_made_up_for_what_is_not_known() {
    let text = "services:\n  - type: mysql\n    name: db\n    plan: starter\n    size: 010\n";
    assert_eq!(expanded(text), text);
    assert_eq!(expanded(""), "");
    assert_eq!(expanded("# nothing\n"), "");
    assert_eq!(expanded("- a\n- b\n"), "- a\n- b\n");
    // A file that breaks off is written out as far as it could be read.
    assert!(expanded("services:\n  - type: pserv\n    name: auth\n  bad\n").contains("name: auth"));
}

fn errors(analysis: &Analysis) -> usize {
    analysis.diagnostics().iter().filter(|found| found.severity == Severity::Error).count()
}

/// What holds for every text: the result is its own, and has no errors that the text does not have.
fn check(name: &str, analysis: &Analysis) {
    let once = expand(analysis);
    let again = Analysis::new(&once);
    assert!(again.syntax().errors.is_empty(), "{name}: {:?}\n{once}", again.syntax().errors);
    assert_eq!(expand(&again), once, "{name}");
    let listed = |analysis: &Analysis| {
        let found = analysis.diagnostics().iter();
        let found = found.filter(|found| found.severity == Severity::Error);
        found.map(|found| format!("{}: {}", found.rule, found.message)).collect::<Vec<_>>()
    };
    // Behind a line that could not be read, some errors are held back that the result cannot hold back.
    let whole = analysis.syntax().errors.is_empty();
    assert!(
        !whole || errors(&again) <= errors(analysis),
        "{name}: {:#?}\nbefore {:#?}\n{once}",
        listed(&again),
        listed(analysis)
    );
    if !once.is_empty() {
        // An independent reader takes it for the same.
        let other: Value =
            serde_yaml::from_str(&once).unwrap_or_else(|error| panic!("{name}: {error}\n{once}"));
        assert!(!other.is_null() || once == "null\n", "{name}");
    }
}

#[test]
fn real_files_come_to_something_stable_without_new_errors() {
    let Some(files) = blueprints() else { return };
    let mut changed = 0;
    for (name, bytes) in &files {
        let analysis = Analysis::with(decode(bytes), blueprint_lens_core::lint::Options::default());
        check(name, &analysis);
        changed += usize::from(expand(&analysis) != analysis.text());
    }
    assert!(changed > 200, "only {changed} files have anything to write out");
}

#[test]
fn real_files_keep_their_network() {
    let Some(files) = blueprints() else { return };
    assert_kept(&files);
}

#[test]
fn what_once_broke_a_promise_keeps_it() {
    let Some(files) = cases() else { return };
    assert_kept(&files);
}

/// Every file keeps its network, and nothing new is wrong with it.
fn assert_kept(files: &[(String, Vec<u8>)]) {
    let broken = |(name, bytes): &(String, Vec<u8>)| {
        let options = blueprint_lens_core::lint::Options::default();
        broken_by_expansion(name, &Analysis::with(decode(bytes), options))
    };
    let broken: Vec<String> = files.iter().filter_map(broken).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Values of every kind come back as they were.
    #[test]
    fn texts_survive(values in proptest::collection::vec(".{0,20}|[-0-9a-z_:.+ #|>\n]{0,12}", 1..5)) {
        let variables: Vec<Value> = values
            .iter()
            .enumerate()
            .map(|(n, value)| {
                let mut map = serde_yaml::Mapping::new();
                map.insert("key".into(), format!("K{n}").into());
                map.insert("value".into(), value.as_str().into());
                Value::Mapping(map)
            })
            .collect();
        let mut service = serde_yaml::Mapping::new();
        service.insert("type".into(), "worker".into());
        service.insert("name".into(), "jobs".into());
        service.insert("envVars".into(), Value::Sequence(variables));
        let mut root = serde_yaml::Mapping::new();
        root.insert("services".into(), Value::Sequence(vec![Value::Mapping(service)]));
        let text = serde_yaml::to_string(&Value::Mapping(root)).expect("it has a YAML form");
        let analysis = Analysis::new(&text);
        prop_assume!(analysis.syntax().errors.is_empty());
        let written: Vec<String> = analysis.blueprint().resources[0]
            .env_vars
            .iter()
            .map(|var| var.value.present().expect("a value").value.text.clone())
            .collect();
        let once = expand(&analysis);
        let again = Analysis::new(&once);
        prop_assert!(again.syntax().errors.is_empty(), "{once}");
        for (var, value) in again.blueprint().resources[0].env_vars.iter().zip(&written) {
            prop_assert_eq!(&var.value.present().expect("a value").value.text, value, "{}", once);
        }
        prop_assert_eq!(expand(&again), once);
    }
}
