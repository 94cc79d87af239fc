//! The check alone, without rules.

use super::{FoundValue, Violation, ViolationKind, check};
use crate::platform::{Kind, SchemaNode};
use crate::syntax;

fn of(text: &str) -> Vec<Violation> {
    check(&syntax::parse(text))
}

fn paths(text: &str) -> Vec<String> {
    of(text).iter().map(|finding| format!("{} {}", finding.path, finding.field)).collect()
}

#[test]
fn nothing_is_wrong_with_nothing() {
    for text in ["", "# nothing\n", "services: []\n", "{}\n", "---\n"] {
        assert_eq!(of(text), [], "{text:?}");
    }
}

#[test]
fn the_shape_is_that_of_the_kind() {
    let cron = "services:\n- type: cron\n  name: a\n  runtime: go\n  disk: {}\n";
    let found = of(cron);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|finding| finding.node == SchemaNode::Service(Kind::Cron)));
    assert_eq!(found[0].kind, ViolationKind::Missing);
    assert_eq!(found[1].kind, ViolationKind::Unknown);
    assert_eq!(found[1].path, "services[0].disk");
    assert_eq!(found[1].span.slice(cron), "disk");
}

#[test]
fn the_official_schema_takes_some_static_sites_for_servers() {
    let site = |more: &str| format!("services:\n- {{type: web, name: a, runtime: static{more}}}\n");
    let server = of(&site(", startCommand: run"));
    assert_eq!(server.len(), 1);
    assert!(!server[0].refused);
    assert!(of(&site(", startCommand: run, staticPublishPath: out"))[0].refused);
    assert!(of(&site(", startCommand: run, plan: free, headers: []")).iter().all(|f| f.refused));
}

#[test]
fn former_names_stand_for_present_ones() {
    assert_eq!(of("services:\n- type: web\n  name: a\n  env: go\n"), []);
    let hook = "services:\n- type: web\n  name: a\n  env: go\n  afterFirstDeployCommand: x\n";
    assert_eq!(of(hook), []);
    let wrong = of("services:\n- type: web\n  name: a\n  env: php\n");
    assert!(matches!(&wrong[0].kind, ViolationKind::NotInList { written, .. } if written == "php"));
}

#[test]
fn an_alias_is_reported_once() {
    let text = "services:
- {type: web, name: a, runtime: go, envVars: &vars [{key: A, value: true}]}
- {type: web, name: b, runtime: go, envVars: *vars}
";
    assert_eq!(paths(text), ["services[0].envVars[0].value value"]);
}

#[test]
fn merged_fields_count() {
    let text = "services:
- &base {type: web, name: a, runtime: go}
- <<: *base
  name: b
  plan: huge
";
    assert_eq!(paths(text), ["services[1].plan plan"]);
}

#[test]
fn what_could_not_be_read_is_not_missing() {
    assert_eq!(of("services:\n  - type: web\n    name: a\n    runtime: \"go\n    branch: b\n"), []);
}

#[test]
fn values_are_read_as_yaml_reads_them() {
    let value = |value: &str| {
        let found = of(&format!(
            "services:\n- {{type: pserv, name: a, runtime: go, numInstances: {value}}}\n"
        ));
        found.into_iter().next().map(|finding| finding.kind)
    };
    for good in ["1", "100", "2.0", "+3", "0x10"] {
        assert_eq!(value(good), None, "{good}");
    }
    assert!(matches!(value("0"), Some(ViolationKind::OutOfRange { min: 1, max: None, .. })));
    for (bad, form) in [
        ("1.5", FoundValue::Number("1.5".to_owned())),
        ("'1'", FoundValue::Text("1".to_owned())),
        ("true", FoundValue::Boolean("true".to_owned())),
        ("~", FoundValue::Null),
        ("[]", FoundValue::List),
        ("{}", FoundValue::Mapping(Vec::new())),
    ] {
        assert!(
            matches!(value(bad), Some(ViolationKind::WrongType { found, .. }) if found == form),
            "{bad}: {:?}",
            value(bad)
        );
    }
}
