//! Our reading of the language against the official JSON schema: over real files and over seeded mutations of them, a
//! finding of category `schema` stands exactly where the schema refuses. `BLUEPRINT_LENS_SCHEMA` names the schema,
//! `BLUEPRINT_LENS_CORPUS` the folder; without them these tests say so and pass.
#![expect(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "the tests read files, the crate does not"
)]

use std::collections::BTreeSet;

use crate::schema::mutate::{Random, mutate};
use crate::schema::official::{Official, unit_of};
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Category;
use serde_yaml::Value;

/// Mutations of each file.
const MUTATIONS: usize = 8;

/// Where we and the schema differ on purpose. Everything else must agree.
///
/// | Difference | Reason | Source |
/// | --- | --- | --- |
/// | `env` counts as `runtime`, `afterFirstDeployCommand` as `initialDeployHook` | Render still reads both; they are advice of category `deprecated` | SPEC "deprecated fields" |
/// | an empty text | an editor asks nothing about an empty file; there is nothing to mark | sheet 2.1 |
/// | keys set twice | the schema sees a value, not a text; they are an error of category `syntax` | YAML 1.2, 3.2.1.1 |
///
/// The first is applied to what the schema is shown, see [`crate::schema::official::with_present_names`]; the others are
/// left out of the comparison.
fn ours(text: &str, what: &str, failures: &mut Vec<String>) -> BTreeSet<String> {
    let analysis = Analysis::new(text);
    let mut seen = BTreeSet::new();
    let mut units = BTreeSet::new();
    for finding in analysis.diagnostics().iter().filter(|d| d.category == Category::Schema) {
        units.insert(unit_of(&crate::schema::official::segments(&finding.path)));
        // Two things can be missing at one place; nothing else is said twice.
        let missing = finding.rule == "missing-field" || finding.message.contains("must");
        if !missing && !seen.insert(finding.span) {
            failures.push(format!("{what}\n  said twice: {}: {}", finding.rule, finding.message));
        }
    }
    units
}

fn compare(official: &Official, what: &str, text: &str, failures: &mut Vec<String>) -> bool {
    let Some(theirs) = official.refused(text) else { return false };
    let ours = ours(text, what, failures);
    if ours != theirs.keys().cloned().collect() {
        let only_ours: Vec<_> = ours.iter().filter(|unit| !theirs.contains_key(*unit)).collect();
        let only_theirs: Vec<_> = theirs.iter().filter(|(unit, _)| !ours.contains(*unit)).collect();
        failures.push(format!(
            "{what}\n  only ours: {only_ours:?}\n  only the schema: {only_theirs:?}"
        ));
    }
    true
}

fn files() -> Option<(Official, Vec<(String, String)>)> {
    let Some(schema) = std::env::var_os("BLUEPRINT_LENS_SCHEMA") else {
        eprintln!("skipped: BLUEPRINT_LENS_SCHEMA names no schema");
        return None;
    };
    let schema = std::fs::read_to_string(schema).expect("the schema can be read");
    let text = |(name, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8(bytes).expect("the file is UTF-8");
        (name, text.trim_start_matches('\u{feff}').to_owned())
    };
    let files = crate::real::blueprints()?.into_iter().map(text).collect();
    Some((Official::new(&schema), files))
}

fn report(failures: &[String]) {
    let shown: Vec<&str> = failures.iter().map(String::as_str).take(12).collect();
    assert!(failures.is_empty(), "{} disagree; the first:\n{}", failures.len(), shown.join("\n\n"));
}

#[test]
fn agrees_with_the_schema_on_real_files() {
    let Some((official, files)) = files() else { return };
    let mut failures = Vec::new();
    let compared =
        files.iter().filter(|(name, text)| compare(&official, name, text, &mut failures)).count();
    assert!(compared > 250, "only {compared} files were compared");
    report(&failures);
}

#[test]
fn agrees_with_the_schema_on_mutations() {
    let Some((official, files)) = files() else { return };
    let mut random = Random::new(0x5EED);
    let mut failures = Vec::new();
    let mut compared = 0;
    let values: Vec<(&str, Value)> = files
        .iter()
        .filter_map(|(name, text)| Some((name.as_str(), serde_yaml::from_str(text).ok()?)))
        .collect();
    let pool =
        crate::schema::mutate::Pool::of(values.iter().map(|(_, value)| value), &official.names());
    for (name, value) in &values {
        for _ in 0..MUTATIONS {
            let mut value = value.clone();
            let mut what = vec![(*name).to_owned()];
            for _ in 0..=random.below(2) {
                what.push(mutate(&mut value, &pool, &mut random));
            }
            let text = serde_yaml::to_string(&value).expect("a value has a YAML form");
            compared += usize::from(compare(&official, &what.join("; "), &text, &mut failures));
        }
    }
    assert!(compared >= 2_000, "only {compared} mutations were compared");
    report(&failures);
}

#[test]
fn keys_set_twice_are_found_as_such() {
    let Some((_, files)) = files() else { return };
    let mut random = Random::new(0xD0B1E);
    let mut compared = 0;
    for (name, text) in &files {
        if serde_yaml::from_str::<Value>(text).is_err() {
            continue;
        }
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let scalars: Vec<usize> = (0..lines.len())
            .filter(|at| {
                let line = lines[*at].trim_end();
                let entry = line.trim_start().split_once(": ");
                line.ends_with(|c: char| c.is_ascii_alphanumeric())
                    && !line.contains(['#', '"', '\''])
                    && entry.is_some_and(|(key, _)| key.bytes().all(|b| b.is_ascii_alphanumeric()))
            })
            .collect();
        if scalars.is_empty() {
            continue;
        }
        let at = scalars[random.below(scalars.len())];
        let mut twice: Vec<&str> = lines.clone();
        twice.insert(at + 1, lines[at]);
        let twice = twice.concat();
        match serde_yaml::from_str::<Value>(&twice) {
            Err(error) if error.to_string().contains("duplicate") => {}
            _ => continue,
        }
        let analysis = Analysis::new(&twice);
        let found = analysis.diagnostics().iter().any(|finding| finding.rule == "duplicate-key");
        assert!(found, "{name}: line {} twice", at + 1);
        compared += 1;
    }
    assert!(compared > 200, "only {compared} files were compared");
}
