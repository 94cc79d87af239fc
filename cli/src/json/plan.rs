//! The plan in `diff --format json`, `plan --format json` and the tool of assistants.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::plan::{Class, Consequence, Plan, headline};
use blueprint_lens_core::text::Span;
use schemars::JsonSchema;
use serde::Serialize;

use super::span::{JsonSpan, span};
use super::{Tool, VERSION, tool};

/// The plan of a difference.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct JsonPlan {
    mode: &'static str,
    worst: Option<&'static str>,
    base_refused: bool,
    headline: Option<String>,
    consequences: Vec<JsonConsequence>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonConsequence {
    id: &'static str,
    class: &'static str,
    severity: &'static str,
    node: String,
    field: Option<String>,
    before: Option<String>,
    after: Option<String>,
    text: String,
    advice: Option<String>,
    certainty: &'static str,
    facts: &'static [&'static str],
    base: Option<JsonSpan>,
    head: Option<JsonSpan>,
}

/// `plan --format json`.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct JsonPlanReport {
    version: u32,
    tool: Tool,
    base: String,
    head: String,
    plan: JsonPlan,
}

/// The answer of the tool: the first line, what needs a look, and how much happens by itself.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct JsonPlanAnswer {
    headline: Option<String>,
    mode: &'static str,
    worst: Option<&'static str>,
    base_refused: bool,
    consequences: Vec<JsonPressing>,
    /// How many others there are, by class.
    harmless: BTreeMap<&'static str, usize>,
    left_out: usize,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonPressing {
    class: &'static str,
    severity: &'static str,
    node: String,
    field: Option<String>,
    text: String,
    advice: Option<String>,
    certainty: &'static str,
    facts: &'static [&'static str],
    base_line: Option<usize>,
    head_line: Option<usize>,
}

/// Most consequences of an answer.
const MOST: usize = 50;

/// A plan of two analyses.
pub(crate) fn plan(base: &Analysis, head: &Analysis, plan: &Plan) -> JsonPlan {
    JsonPlan {
        mode: plan.mode.id(),
        worst: plan.worst().map(Class::id),
        base_refused: plan.base_refused,
        headline: headline(plan),
        consequences: plan.consequences.iter().map(|one| consequence(base, head, one)).collect(),
    }
}

/// The whole report; `names` are those that base and head go by.
pub(crate) fn report(names: (&str, &str), plan: JsonPlan) -> JsonPlanReport {
    JsonPlanReport {
        version: VERSION,
        tool: tool(),
        base: names.0.to_owned(),
        head: names.1.to_owned(),
        plan,
    }
}

/// The answer of the tool.
pub(crate) fn answer(base: &Analysis, head: &Analysis, plan: &Plan) -> JsonPlanAnswer {
    let (mut pressing, quiet): (Vec<&Consequence>, Vec<&Consequence>) =
        plan.consequences.iter().partition(|one| one.is_pressing());
    pressing.sort_by_key(|one| (Reverse(one.severity), one.class));
    let mut harmless = BTreeMap::new();
    for one in quiet {
        *harmless.entry(one.class.id()).or_default() += 1;
    }
    let line = |analysis: &Analysis, at: Option<Span>| {
        at.map(|at| analysis.lines().position(at.start(), analysis.text()).line)
    };
    let told = |one: &&Consequence| JsonPressing {
        class: one.class.id(),
        severity: one.severity.id(),
        node: one.part.id.clone(),
        field: one.field.clone(),
        text: one.text.clone(),
        advice: one.advice.clone(),
        certainty: one.certainty.words(),
        facts: one.facts,
        base_line: line(base, one.base),
        head_line: line(head, one.head),
    };
    JsonPlanAnswer {
        headline: headline(plan),
        mode: plan.mode.id(),
        worst: plan.worst().map(Class::id),
        base_refused: plan.base_refused,
        consequences: pressing.iter().take(MOST).map(told).collect(),
        harmless,
        left_out: pressing.len().saturating_sub(MOST),
    }
}

fn consequence(base: &Analysis, head: &Analysis, one: &Consequence) -> JsonConsequence {
    JsonConsequence {
        id: one.id,
        class: one.class.id(),
        severity: one.severity.id(),
        node: one.part.id.clone(),
        field: one.field.clone(),
        before: one.before.as_ref().map(|shown| shown.text.clone()),
        after: one.after.as_ref().map(|shown| shown.text.clone()),
        text: one.text.clone(),
        advice: one.advice.clone(),
        certainty: one.certainty.words(),
        facts: one.facts,
        base: one.base.map(|at| span(base, at)),
        head: one.head.map(|at| span(head, at)),
    }
}
