//! `diff --format json`.

use std::collections::BTreeMap;

use blueprint_lens_core::diff::{
    CrossingKind, Difference, EntryPointChange, FindingChange, IsolationChange, Part, PartChange,
    PartChangeKind,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::plan::JsonPlan;
use super::{Tool, VERSION, tool};
use crate::diff::{Alarm, TwinNames};

#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct JsonDifference {
    version: u32,
    tool: Tool,
    base: String,
    head: String,
    changed: bool,
    alarms: BTreeMap<&'static str, bool>,
    parts: Vec<JsonPart>,
    edges: Vec<JsonEdge>,
    reach: Vec<JsonReach>,
    /// Of more than 50,000 pairs, those that are not listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    more_reach: Option<usize>,
    new_paths: usize,
    doors: Vec<JsonEntryPoint>,
    isolation: Vec<JsonIsolation>,
    crossings: Vec<JsonCrossing>,
    findings: JsonFindings,
    plan: JsonPlan,
    /// Only of twins: what was renamed on each side.
    #[serde(skip_serializing_if = "Option::is_none")]
    twin: Option<JsonTwin>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonTwin {
    base: Vec<JsonName>,
    head: Vec<JsonName>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonName {
    from: String,
    to: String,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonSubject {
    id: String,
    kind: &'static str,
    name: String,
    scope: Option<String>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonPart {
    change: &'static str,
    #[serde(flatten)]
    part: JsonSubject,
    former_name: Option<String>,
    fields: Vec<JsonField>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonField {
    field: String,
    before: Option<String>,
    after: Option<String>,
    hidden: bool,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonEdge {
    from: String,
    to: String,
    class: &'static str,
    before: Option<&'static str>,
    after: Option<&'static str>,
    variables: Vec<String>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonReach {
    from: String,
    to: String,
    before: &'static str,
    after: &'static str,
    wired: bool,
    reasons: Vec<String>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonEntryPoint {
    change: &'static str,
    node: String,
    before: Option<&'static str>,
    after: Option<&'static str>,
    gained: Vec<String>,
    lost: Vec<String>,
    new_exposure: bool,
    new_public_service: bool,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonIsolation {
    change: &'static str,
    environment: String,
    node: Option<String>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonCrossing {
    change: &'static str,
    from_environment: String,
    to_environment: String,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonFindings {
    introduced: Vec<JsonFinding>,
    solved: Vec<JsonFinding>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonFinding {
    rule: &'static str,
    severity: &'static str,
    message: String,
    part: Option<String>,
    line: usize,
}

/// A whole difference; `names` are those that base and head go by.
pub(crate) fn difference(
    names: (&str, &str),
    found: &Difference,
    plan: JsonPlan,
    alarms: Vec<Alarm>,
    twin: Option<&TwinNames>,
) -> JsonDifference {
    JsonDifference {
        version: VERSION,
        tool: tool(),
        base: names.0.to_owned(),
        head: names.1.to_owned(),
        changed: !found.is_empty(),
        alarms: alarms.into_iter().map(|(_, word, applies)| (word, applies)).collect(),
        twin: twin.map(|twin| JsonTwin { base: renamed(&twin.base), head: renamed(&twin.head) }),
        parts: found.parts.iter().map(part).collect(),
        edges: found
            .edges
            .iter()
            .map(|edge| JsonEdge {
                from: edge.from.clone(),
                to: edge.to.clone(),
                class: edge.class.id(),
                before: edge.before.map(blueprint_lens_core::graph::Verdict::id),
                after: edge.after.map(blueprint_lens_core::graph::Verdict::id),
                variables: edge.variables.clone(),
            })
            .collect(),
        reach: found
            .reach
            .iter()
            .map(|pair| JsonReach {
                from: pair.from.clone(),
                to: pair.to.clone(),
                before: pair.before.id(),
                after: pair.after.id(),
                wired: pair.wired,
                reasons: pair.reasons.clone(),
            })
            .collect(),
        more_reach: Some(found.more_reach).filter(|more| *more > 0),
        new_paths: found.new_paths,
        doors: found.entry_points.iter().map(entry_point).collect(),
        isolation: found.isolation.iter().map(isolation).collect(),
        crossings: found.crossings.iter().map(crossing).collect(),
        findings: JsonFindings {
            introduced: found.introduced.iter().map(finding).collect(),
            solved: found.solved.iter().map(finding).collect(),
        },
        plan,
    }
}

fn subject(part: &Part) -> JsonSubject {
    JsonSubject {
        id: part.id.clone(),
        kind: part.kind,
        name: part.name.clone(),
        scope: part.scope.clone(),
    }
}

fn part(change: &PartChange) -> JsonPart {
    JsonPart {
        change: change.kind.id(),
        part: subject(&change.part),
        former_name: match &change.kind {
            PartChangeKind::Renamed { from } => Some(from.clone()),
            PartChangeKind::Added | PartChangeKind::Removed | PartChangeKind::Changed => None,
        },
        fields: change
            .fields
            .iter()
            .map(|field| JsonField {
                field: field.field.clone(),
                before: field.before.as_ref().map(|shown| shown.text.clone()),
                after: field.after.as_ref().map(|shown| shown.text.clone()),
                hidden: field.before.iter().chain(&field.after).any(|shown| shown.hidden),
            })
            .collect(),
    }
}

fn entry_point(entry_point: &EntryPointChange) -> JsonEntryPoint {
    JsonEntryPoint {
        change: entry_point.moved.id(),
        node: entry_point.part.id.clone(),
        before: entry_point.before.map(blueprint_lens_core::graph::Exposure::id),
        after: entry_point.after.map(blueprint_lens_core::graph::Exposure::id),
        gained: entry_point.gained.clone(),
        lost: entry_point.lost.clone(),
        new_exposure: entry_point.is_new_exposure(),
        new_public_service: entry_point.new_public_service,
    }
}

fn isolation(change: &IsolationChange) -> JsonIsolation {
    let (change, environment, node) = match change {
        IsolationChange::On { environment, .. } => ("on", environment, None),
        IsolationChange::Off { environment, .. } => ("off", environment, None),
        IsolationChange::Left { part, environment } => ("left", environment, Some(part.id.clone())),
    };
    JsonIsolation { change, environment: environment.clone(), node }
}

fn crossing(way: &blueprint_lens_core::diff::Crossing) -> JsonCrossing {
    let (change, ends) = match &way.kind {
        CrossingKind::Wired { from, to } => ("wired", Some((from, to))),
        CrossingKind::Reachable { from, to } => ("reachable", Some((from, to))),
        CrossingKind::Open => ("open", None),
    };
    JsonCrossing {
        change,
        from_environment: way.from_environment.clone(),
        to_environment: way.to_environment.clone(),
        from: ends.map(|(from, _)| from.clone()),
        to: ends.map(|(_, to)| to.clone()),
    }
}

fn finding(found: &FindingChange) -> JsonFinding {
    JsonFinding {
        rule: found.rule,
        severity: found.severity.id(),
        message: found.message.clone(),
        part: found.part.as_ref().map(|part| part.id.clone()),
        line: found.line,
    }
}

fn renamed(names: &[(String, String)]) -> Vec<JsonName> {
    names.iter().map(|(from, to)| JsonName { from: from.clone(), to: to.clone() }).collect()
}
