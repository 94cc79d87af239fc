//! The rules as JSON, with their pages as Markdown.

use blueprint_lens_core::lint::Rule;
use blueprint_lens_core::platform::{Fact, find_fact};
use blueprint_lens_core::rules;
use serde_json::{Value, json};

/// Every rule, in the order in which the command line lists them.
pub(crate) fn json() -> String {
    let list: Vec<Value> = rules::all().iter().map(|rule| entry(rule)).collect();
    Value::Array(list).to_string()
}

fn entry(rule: &Rule) -> Value {
    json!({
        "code": rule.code,
        "summary": rule.summary,
        "severity": rule.severity.id(),
        "category": rule.category.id(),
        "facts": rule.facts.iter().filter_map(|id| find_fact(id)).map(|(_, fact)| fact_entry(fact)).collect::<Vec<_>>(),
        "fixes": rule.fixes,
        "since": rule.since,
        "default": rule.on_by_default,
        "page": page(rule.page),
    })
}

fn fact_entry(fact: &Fact) -> Value {
    let sources: Vec<Value> = fact
        .evidence
        .iter()
        .map(|source| json!({ "name": source.name, "url": source.url, "date": source.date }))
        .collect();
    json!({
        "id": fact.id,
        "certainty": fact.certainty.words(),
        "statement": fact.statement,
        "sources": sources,
    })
}

/// A doc comment as Markdown: each of its lines keeps the blank that follows `///`.
fn page(comment: &str) -> String {
    comment.lines().map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect()
}
