//! The rules as JSON, with their pages as Markdown.

use blueprint_lens_core::rules;
use serde_json::{Value, json};

/// Every rule, in the order in which the command line lists them.
pub(crate) fn json() -> String {
    let list: Vec<Value> = rules::all().iter().map(|rule| entry(rule)).collect();
    Value::Array(list).to_string()
}

fn entry(rule: &rules::Rule) -> Value {
    json!({
        "code": rule.code,
        "summary": rule.summary,
        "severity": rule.severity.id(),
        "category": rule.category.id(),
        "facts": rule.facts,
        "fixes": rule.fixes,
        "since": rule.since,
        "default": rule.on_by_default,
        "page": page(rule.page),
    })
}

/// A doc comment as Markdown: each of its lines keeps the blank that follows `///`.
fn page(comment: &str) -> String {
    comment.lines().map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect()
}
