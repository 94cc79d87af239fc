//! `check --format sarif`: the part of SARIF 2.1.0 that code scanning reads.

use blueprint_lens_core::diagnostics::{Diagnostic, Severity};
use blueprint_lens_core::rules;
use serde_json::{Value, json};

use super::Checked;

/// The whole log: one run over all files.
pub(super) fn log(files: &[Checked]) -> Value {
    let descriptors: Vec<Value> = rules::all()
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": { "text": rule.summary },
                "help": { "text": rule.page.trim(), "markdown": rule.page.trim() },
                "defaultConfiguration": { "level": level(rule.severity), "enabled": rule.on_by_default },
                "properties": { "tags": [rule.category.id()] },
            })
        })
        .collect();
    let results: Vec<Value> = files
        .iter()
        .flat_map(|file| file.analysis.diagnostics().iter().map(|found| result(file, found)))
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

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(file: &Checked, found: &Diagnostic) -> Value {
    let index = rules::all().iter().position(|rule| rule.code == found.rule);
    let related: Vec<Value> = found
        .related
        .iter()
        .map(|related| {
            json!({
                "physicalLocation": location(file, related.span),
                "message": { "text": related.message },
            })
        })
        .collect();
    let text = if found.help.is_empty() {
        found.message.clone()
    } else {
        format!("{}. {}", found.message, found.help)
    };
    json!({
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": level(found.severity),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location(file, found.span) }],
        "relatedLocations": related,
        "partialFingerprints": { "path/v1": format!("{}:{}", found.rule, found.path) },
    })
}

fn location(file: &Checked, span: blueprint_lens_core::text::Span) -> Value {
    let at = |offset| file.analysis.lines().position(offset, file.analysis.text());
    let (start, end) = (at(span.start()), at(span.end()));
    json!({
        "artifactLocation": { "uri": file.path.replace('\\', "/").replace(' ', "%20") },
        "region": {
            "startLine": start.line, "startColumn": start.column,
            "endLine": end.line, "endColumn": end.column,
        },
    })
}
