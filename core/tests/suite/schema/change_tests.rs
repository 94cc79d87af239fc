//! The official schema, and copies of it with one thing changed, against our tables.
#![expect(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "the tests read files, the crate does not"
)]

use std::path::Path;

use serde_json::{Value, json};

use super::changes::{Change, Necessity, What, changes};
use super::language::Language;
use super::touched::Repository;

fn schema() -> Option<Value> {
    let Some(path) = std::env::var_os("BLUEPRINT_LENS_SCHEMA") else {
        eprintln!("skipped: BLUEPRINT_LENS_SCHEMA names no schema");
        return None;
    };
    let text = std::fs::read_to_string(path).expect("the schema can be read");
    Some(serde_json::from_str(&text).expect("the schema is JSON"))
}

fn differences(schema: &Value) -> Vec<Change> {
    changes(&Language::new(&schema.to_string()).expect("the schema can be read"))
}

/// The one difference of a schema that was changed.
fn difference(schema: &Value) -> Change {
    let mut found = differences(schema);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

fn repository() -> Repository {
    Repository::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).expect("it can be read")
}

/// The list of a pointer, without a word.
fn drop_word(schema: &mut Value, pointer: &str, word: &str) {
    let list = schema.pointer_mut(pointer).and_then(Value::as_array_mut).expect("a list");
    let before = list.len();
    list.retain(|it| it != word);
    assert_eq!(list.len(), before - 1, "{word} was not there");
}

fn add_word(schema: &mut Value, pointer: &str, word: &str) {
    let list = schema.pointer_mut(pointer).and_then(Value::as_array_mut).expect("a list");
    list.push(json!(word));
}

#[test]
fn the_tables_say_what_the_schema_says() {
    let Some(schema) = schema() else { return };
    let found: Vec<String> = differences(&schema).iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_new_plan() {
    let Some(mut schema) = schema() else { return };
    add_word(&mut schema, "/definitions/serverPlan/enum", "16c-32g");
    let found = differences(&schema);
    assert!(found.iter().all(|it| it.what == What::ValueAdded("16c-32g".to_owned())), "{found:#?}");
    let plan = found.iter().find(|it| it.field == "plan").expect("it is a plan");
    let paths: Vec<_> = plan.paths.keys().map(String::as_str).collect();
    assert_eq!(paths, ["services[].plan", "services[].previews.plan"]);
    let kinds: Vec<_> = plan.paths["services[].plan"].iter().copied().collect();
    assert_eq!(kinds, ["pserv", "web", "worker"]);
    let touched = repository().touched(plan);
    assert_eq!(touched.tables, ["core/src/platform/plans.rs"]);
    assert!(touched.rules.contains(&"unknown-plan"), "{touched}");
    assert!(touched.pages.iter().any(|page| page == "docs/fields.md"), "{touched}");
}

#[test]
fn a_region_that_is_gone() {
    let Some(mut schema) = schema() else { return };
    drop_word(&mut schema, "/definitions/region/enum", "ohio");
    let change = difference(&schema);
    assert_eq!(change.what, What::ValueRemoved("ohio".to_owned()));
    assert!(change.paths.contains_key("databases[].region"), "{change}");
    let touched = repository().touched(&change);
    assert!(touched.tables.iter().any(|file| file.ends_with("regions.rs")), "{touched}");
    assert!(touched.facts.contains(&"R01"), "{touched}");
    assert!(touched.rules.contains(&"unknown-region"), "{touched}");
    assert!(touched.pages.iter().any(|page| page.starts_with("docs/rules/")), "{touched}");
}

#[test]
fn a_new_field() {
    let Some(mut schema) = schema() else { return };
    schema["definitions"]["disk"]["properties"]["snapshots"] = json!({ "type": "boolean" });
    let change = difference(&schema);
    assert_eq!((change.field.as_str(), &change.what), ("snapshots", &What::FieldAdded));
    assert!(change.paths.contains_key("services[].disk.snapshots"), "{change}");
    let touched = repository().touched(&change);
    assert!(touched.tables.iter().any(|file| file.ends_with("fields/service.rs")), "{touched}");
    assert!(touched.rules.contains(&"unknown-field"), "{touched}");
}

#[test]
fn a_field_that_is_gone() {
    let Some(mut schema) = schema() else { return };
    let cron = schema["definitions"]["cronService"]["properties"].as_object_mut();
    cron.expect("fields").remove("preDeployCommand").expect("it was there");
    let change = difference(&schema);
    assert_eq!((change.field.as_str(), &change.what), ("preDeployCommand", &What::FieldRemoved));
    let touched = repository().touched(&change);
    assert!(touched.facts.contains(&"C67"), "{touched}");
    assert!(touched.rules.contains(&"free-plan-limits"), "{touched}");
}

#[test]
fn a_field_that_must_be_there_now() {
    let Some(mut schema) = schema() else { return };
    add_word(&mut schema, "/definitions/workflowService/required", "repo");
    let change = difference(&schema);
    assert_eq!(change.field, "repo");
    assert_eq!(change.what, What::Required(Necessity::Always, Necessity::Never));
    assert!(change.paths["services[].repo"].contains("workflow"), "{change}");
    let touched = repository().touched(&change);
    assert!(touched.rules.contains(&"missing-field"), "{touched}");
    assert!(touched.facts.contains(&"C71"), "{touched}");
}

#[test]
fn a_field_that_takes_something_else() {
    let Some(mut schema) = schema() else { return };
    schema["definitions"]["buildFilter"]["properties"]["paths"] = json!({ "type": "string" });
    schema["definitions"]["numInstances"]["maximum"] = json!(100);
    let found: Vec<String> = differences(&schema).iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].contains("paths") && found[0].contains("takes text"), "{found:#?}");
    assert!(found[1].contains("a whole number from 1 to 100"), "{found:#?}");
}

#[test]
fn a_new_kind_of_service() {
    let Some(mut schema) = schema() else { return };
    let mut sandbox = schema["definitions"]["cronService"].clone();
    sandbox["properties"]["type"]["const"] = json!("sandbox");
    schema["definitions"]["sandboxService"] = sandbox;
    let kinds = &mut schema["definitions"]["resources"]["properties"]["services"]["items"]["anyOf"];
    kinds.as_array_mut().expect("a list").push(json!({ "$ref": "#/definitions/sandboxService" }));
    let change = difference(&schema);
    assert_eq!(
        (change.field.as_str(), &change.what),
        ("type", &What::ValueAdded("sandbox".to_owned()))
    );
    let touched = repository().touched(&change);
    assert!(touched.tables.iter().any(|file| file.ends_with("kinds.rs")), "{touched}");
    assert!(touched.rules.contains(&"unknown-type"), "{touched}");
}

#[test]
fn a_renamed_definition_changes_nothing_unless_a_reference_is_lost() {
    let Some(mut schema) = schema() else { return };
    let text = schema.to_string().replace("redisServer", "keyValueInstance");
    assert!(text.contains("#/definitions/keyValueInstance"));
    assert!(changes(&Language::new(&text).expect("it can be read")).is_empty());
    let definitions = schema["definitions"].as_object_mut().expect("definitions");
    let gone = definitions.remove("redisServer").expect("it was there");
    definitions.insert("keyValueInstance".to_owned(), gone);
    let error = Language::new(&schema.to_string()).err().expect("a reference leads nowhere");
    assert!(error.contains("#/definitions/redisServer"), "{error}");
}
