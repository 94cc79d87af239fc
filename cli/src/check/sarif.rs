//! `check --format sarif`: the part of SARIF 2.1.0 that code scanning reads.

use std::collections::BTreeMap;

use blueprint_lens_core::analysis::SourceView;
use blueprint_lens_core::diagnostics::{Diagnostic, Fix, Safety, Severity};
use blueprint_lens_core::rules;
use blueprint_lens_core::text::Span;
use serde_json::{Value, json};

use super::checked::Checked;
use crate::rules::page;

/// The whole log: one run over all files.
pub(super) fn log(results: Vec<Value>) -> Value {
    let descriptors: Vec<Value> = rules::all()
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": { "text": rule.summary },
                "help": { "text": page(rule), "markdown": page(rule) },
                "defaultConfiguration": { "level": level(rule.severity), "enabled": rule.on_by_default },
                "properties": { "tags": [rule.category.id()] },
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "blueprint-lens",
                "semanticVersion": blueprint_lens_core::VERSION,
                "rules": descriptors,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// The results of one file.
pub(super) fn results(file: &Checked<'_>) -> Vec<Value> {
    let mut seen = BTreeMap::new();
    file.view.diagnostics.iter().map(|found| result(file, found, &mut seen)).collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(file: &Checked<'_>, found: &Diagnostic, seen: &mut BTreeMap<String, usize>) -> Value {
    let index = rules::all().iter().position(|rule| rule.code == found.rule);
    let related: Vec<Value> = found
        .related
        .iter()
        .map(|related| {
            let (path, source) = file.holder(related);
            json!({
                "physicalLocation": location(path, source, related.span),
                "message": { "text": related.message },
            })
        })
        .collect();
    let text = if found.help.is_empty() {
        found.message.clone()
    } else {
        format!("{}. {}", found.message, found.help)
    };
    // Lines move, and two findings may have the same position. A finding is identified across versions of the file by
    // its message, its path in the structure, and a counter.
    let same = format!("{}:{}:{}", found.rule, found.path, found.message);
    let count = seen.entry(same.clone()).or_insert(0);
    *count += 1;
    json!({
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": level(found.severity),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location(&file.path, file.view.source, found.span) }],
        "relatedLocations": related,
        "fixes": applicable(found).map(|fix| change(file, fix)).collect::<Vec<Value>>(),
        "partialFingerprints": { "finding/v1": format!("{same}:{count}") },
    })
}

/// The fixes that a reader may apply: SARIF has no word for one that is only shown.
fn applicable(found: &Diagnostic) -> impl Iterator<Item = &Fix> {
    found.fixes.iter().filter(|fix| fix.safety != Safety::Display)
}

fn change(file: &Checked<'_>, fix: &Fix) -> Value {
    let replacements: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| {
            json!({
                "deletedRegion": region(file.view.source, edit.span),
                "insertedContent": { "text": edit.text },
            })
        })
        .collect();
    json!({
        "description": { "text": fix.title },
        "artifactChanges": [{
            "artifactLocation": { "uri": uri(&file.path) },
            "replacements": replacements,
        }],
    })
}

fn location(path: &str, source: SourceView<'_>, span: Span) -> Value {
    json!({ "artifactLocation": { "uri": uri(path) }, "region": region(source, span) })
}

fn region(source: SourceView<'_>, span: Span) -> Value {
    let (start, end) = (source.position(span.start()), source.position(span.end()));
    json!({
        "startLine": start.line, "startColumn": start.column,
        "endLine": end.line, "endColumn": end.column,
    })
}

/// A path as a reference of RFC 3986: characters that it may not contain are percent-encoded, byte by byte.
fn uri(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
