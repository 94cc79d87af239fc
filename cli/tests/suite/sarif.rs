//! `check --format sarif` against the parts of the SARIF 2.1.0 schema that a log of ours uses.
//!
//! The schema below is written after the standard (OASIS, SARIF 2.1.0): its required properties, ranges and word lists.
//! Like the official one it allows no other properties.
#![expect(clippy::print_stderr, reason = "a skipped test says so")]

use std::path::Path;

use crate::program::program;
use jsonschema::Validator;
use serde_json::{Value, json};

fn schema() -> Value {
    let message = json!({
        "type": "object", "additionalProperties": false, "required": ["text"],
        "properties": { "text": { "type": "string" }, "markdown": { "type": "string" } },
    });
    let place = json!({ "type": "integer", "minimum": 1 });
    json!({
        "type": "object", "additionalProperties": false, "required": ["version", "runs"],
        "properties": {
            "$schema": { "type": "string", "pattern": "^https://" },
            "version": { "enum": ["2.1.0"] },
            "runs": { "type": "array", "items": { "$ref": "#/$defs/run" } },
        },
        "$defs": {
            "run": {
                "type": "object", "additionalProperties": false, "required": ["tool"],
                "properties": {
                    "tool": {
                        "type": "object", "additionalProperties": false, "required": ["driver"],
                        "properties": { "driver": { "$ref": "#/$defs/driver" } },
                    },
                    "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
                    "results": { "type": "array", "items": { "$ref": "#/$defs/result" } },
                },
            },
            "driver": {
                "type": "object", "additionalProperties": false, "required": ["name"],
                "properties": {
                    "name": { "type": "string" },
                    "semanticVersion": { "type": "string", "pattern": "^\\d+\\.\\d+\\.\\d+" },
                    "rules": {
                        "type": "array", "uniqueItems": true, "items": { "$ref": "#/$defs/rule" },
                    },
                },
            },
            "rule": {
                "type": "object", "additionalProperties": false, "required": ["id"],
                "properties": {
                    "id": { "type": "string" },
                    "shortDescription": message,
                    "help": message,
                    "defaultConfiguration": {
                        "type": "object", "additionalProperties": false,
                        "properties": {
                            "level": { "$ref": "#/$defs/level" }, "enabled": { "type": "boolean" },
                        },
                    },
                    "properties": {
                        "type": "object",
                        "properties": {
                            "tags": {
                                "type": "array", "uniqueItems": true, "items": { "type": "string" },
                            },
                        },
                    },
                },
            },
            "level": { "enum": ["none", "note", "warning", "error"] },
            "result": {
                "type": "object", "additionalProperties": false, "required": ["message"],
                "properties": {
                    "ruleId": { "type": "string" },
                    "ruleIndex": { "type": "integer", "minimum": -1 },
                    "level": { "$ref": "#/$defs/level" },
                    "message": message,
                    "locations": { "type": "array", "items": { "$ref": "#/$defs/location" } },
                    "relatedLocations": {
                        "type": "array", "uniqueItems": true, "items": { "$ref": "#/$defs/location" },
                    },
                    "fixes": {
                        "type": "array", "uniqueItems": true, "items": { "$ref": "#/$defs/fix" },
                    },
                    "partialFingerprints": {
                        "type": "object", "additionalProperties": { "type": "string" },
                    },
                },
            },
            "location": {
                "type": "object", "additionalProperties": false,
                "properties": {
                    "message": message,
                    "physicalLocation": {
                        "type": "object", "additionalProperties": false,
                        "required": ["artifactLocation"],
                        "properties": {
                            "artifactLocation": { "$ref": "#/$defs/artifactLocation" },
                            "region": { "$ref": "#/$defs/region" },
                        },
                    },
                },
            },
            "artifactLocation": {
                "type": "object", "additionalProperties": false,
                "properties": {
                    "uri": { "type": "string", "pattern": "^([A-Za-z0-9/._~-]|%[0-9A-F]{2})+$" },
                },
            },
            "region": {
                "type": "object", "additionalProperties": false,
                "properties": {
                    "startLine": place, "startColumn": place, "endLine": place, "endColumn": place,
                },
            },
            "fix": {
                "type": "object", "additionalProperties": false, "required": ["artifactChanges"],
                "properties": {
                    "description": message,
                    "artifactChanges": {
                        "type": "array", "minItems": 1, "uniqueItems": true,
                        "items": {
                            "type": "object", "additionalProperties": false,
                            "required": ["artifactLocation", "replacements"],
                            "properties": {
                                "artifactLocation": { "$ref": "#/$defs/artifactLocation" },
                                "replacements": {
                                    "type": "array", "minItems": 1,
                                    "items": {
                                        "type": "object", "additionalProperties": false,
                                        "required": ["deletedRegion"],
                                        "properties": {
                                            "deletedRegion": { "$ref": "#/$defs/region" },
                                            "insertedContent": message,
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    })
}

fn log(folder: &Path, arguments: &[&str], input: &[u8]) -> Value {
    let output = program()
        .current_dir(folder)
        .args(["check", "--format", "sarif", "--fail-on", "never"])
        .args(arguments)
        .write_stdin(input)
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).expect("the schema is one")
}

/// Fails with every place where `log` is not SARIF; also holds what a schema cannot say.
fn assert_sarif(log: &Value) -> usize {
    let errors: Vec<String> = validator()
        .iter_errors(log)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
    let results = run["results"].as_array().expect("a list");
    let mut seen = std::collections::BTreeSet::new();
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("a number") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        let region = |name: &str| place["region"][name].as_u64().expect("a number");
        assert!(
            (region("startLine"), region("startColumn"))
                <= (region("endLine"), region("endColumn"))
        );
        let identity = (
            place["artifactLocation"]["uri"].to_string(),
            result["partialFingerprints"]["finding/v1"].to_string(),
        );
        assert!(seen.insert(identity), "two results would be taken for one: {result}");
    }
    results.len()
}

#[test]
fn the_schema_refuses_what_is_no_sarif() {
    for broken in [
        json!({ "runs": [] }),
        json!({ "version": "2.0.0", "runs": [] }),
        json!({ "version": "2.1.0", "runs": [{}] }),
        json!({ "version": "2.1.0", "runs": [{ "tool": { "driver": {} } }] }),
        json!({ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "x" } }, "results": [{}] }] }),
    ] {
        assert!(!validator().is_valid(&broken), "{broken}");
    }
}

#[test]
fn logs_are_sarif_whatever_the_file() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let wiring = "services:\n  - type: web\n    name: \"héllo 🦀\"\n    runtime: docker\n    region: ohio\n    \
                  envVars:\n      - key: A\n        fromDatabase: {name: db, property: port}\n      - key: A\n        \
                  fromDatabase: {name: dbb, property: port}\ndatabases:\n  - name: db\n";
    let texts: [(&str, &[u8]); 6] = [
        ("fine.yaml", b"services: []\n"),
        ("empty.yaml", b""),
        ("a b/%?#[ü].yaml", wiring.as_bytes()),
        ("crlf.yaml", b"services:\r\n  - type: redis\r\n    name: x\r\n"),
        ("tab.yaml", b"services:\n\t- type: web\n\t  name: x\n"),
        ("bytes.yaml", b"services:\n  - name: \xff\xfe\n"),
    ];
    let mut found = 0;
    for (name, bytes) in texts {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("it lies in the folder"))
            .expect("a folder can be made");
        std::fs::write(&path, bytes).expect("a file can be written");
        found += assert_sarif(&log(folder.path(), &[name], b""));
    }
    let names = texts.map(|(name, _)| name);
    assert_eq!(assert_sarif(&log(folder.path(), &names, b"")), found);
    let log = log(folder.path(), &["-"], wiring.as_bytes());
    assert!(assert_sarif(&log) > 0);
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%3Cstdin%3E");
}

#[test]
fn real_blueprints_give_sarif() {
    let Some(corpus) = std::env::var_os("BLUEPRINT_LENS_CORPUS") else {
        eprintln!("skipped: BLUEPRINT_LENS_CORPUS names no folder of Blueprints");
        return;
    };
    let corpus = Path::new(&corpus);
    let names: Vec<String> = std::fs::read_dir(corpus)
        .expect("the corpus can be read")
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert!(assert_sarif(&log(corpus, &names, b"")) > 100);
}
