//! `reach --format json`.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, NodeRef};
use blueprint_lens_core::reach::{Along, Check, Explanation, Pair, checklist, hops};
use schemars::JsonSchema;
use serde::Serialize;

use super::span::{JsonEdit, JsonSpan, edits, span};
use super::{Tool, VERSION, tool};
use crate::reach::Asked;

#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct JsonAnswer {
    version: u32,
    tool: Tool,
    summary: JsonSummary,
    /// How many pairs and entry points are left out of an answer that is to be short.
    #[serde(skip_serializing_if = "is_zero")]
    left_out: usize,
    pairs: Vec<JsonPair>,
    doors: Vec<JsonEntryPoint>,
}

/// How many pairs there are of each sort, left out or not.
#[derive(Debug, Default, JsonSchema, Serialize)]
struct JsonSummary {
    pairs: usize,
    yes: usize,
    no: usize,
    unknown: usize,
    wired: usize,
    /// Wired pairs that cannot.
    blocked: usize,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonPair {
    from: String,
    to: String,
    private: &'static str,
    wired: bool,
    reasons: Vec<JsonReason>,
    fix: Option<JsonRemedy>,
    /// What wiring and reachability say together.
    standing: &'static str,
    /// The debug list; only for a pair that was asked for by its ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    checklist: Option<JsonChecklist>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonChecklist {
    checks: Vec<JsonCheck>,
    commands: Vec<String>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonCheck {
    question: &'static str,
    outcome: &'static str,
    text: String,
    span: Option<JsonSpan>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonReason {
    code: &'static str,
    text: String,
    spans: Vec<JsonSpan>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonRemedy {
    title: String,
    edits: Vec<JsonEdit>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonEntryPoint {
    node: String,
    exposure: &'static str,
    why: String,
    behind: Vec<String>,
    /// The same by distance: wired, in one hop, in two, and so on.
    hops: Vec<Vec<String>>,
    /// What somebody who breaks in could open private connections to, by distance, wired or not.
    touches: Vec<Vec<String>>,
}

/// The whole answer.
pub(crate) fn answer(analysis: &Analysis, asked: &Asked) -> JsonAnswer {
    answer_in_short(analysis, asked, (usize::MAX, usize::MAX))
}

/// The answer with so many pairs and entry points at most, what is wired first where some are left out.
pub(crate) fn answer_in_short(
    analysis: &Analysis,
    asked: &Asked,
    (most_pairs, most_doors): (usize, usize),
) -> JsonAnswer {
    let Asked { pairs, entry_points, is_one } = asked;
    let mut shown: Vec<&Pair> = pairs.iter().collect();
    if shown.len() > most_pairs {
        shown.sort_by_key(|pair| !pair.wired);
    }
    let left_out =
        shown.len().saturating_sub(most_pairs) + entry_points.len().saturating_sub(most_doors);
    let id = |node: NodeRef| analysis.network().node(node).id.clone();
    let levels = |node: NodeRef, along: Along| -> Vec<Vec<String>> {
        let level = |level: Vec<NodeRef>| level.into_iter().map(id).collect();
        hops(analysis.question(), node, along).into_iter().map(level).collect()
    };
    JsonAnswer {
        version: VERSION,
        tool: tool(),
        summary: summary(pairs),
        left_out,
        pairs: shown
            .into_iter()
            .take(most_pairs)
            .map(|pair| JsonPair {
                from: id(pair.from),
                to: id(pair.to),
                private: pair.answer.id(),
                wired: pair.wired,
                reasons: pair.reasons.iter().map(|reason| explanation(analysis, reason)).collect(),
                fix: pair.remedy.as_ref().map(|remedy| JsonRemedy {
                    title: remedy.title.clone(),
                    edits: edits(analysis, &remedy.edits),
                }),
                standing: pair.wiring_status().id(),
                checklist: is_one.then(|| debug_list(analysis, pair)),
            })
            .collect(),
        doors: entry_points
            .iter()
            .take(most_doors)
            .map(|entry_point| {
                let hops = levels(entry_point.node, Along::Wired);
                JsonEntryPoint {
                    node: id(entry_point.node),
                    exposure: entry_point.exposure.id(),
                    why: entry_point.why.clone(),
                    behind: hops.concat(),
                    hops,
                    touches: levels(entry_point.node, Along::Possible),
                }
            })
            .collect(),
    }
}

fn summary(pairs: &[Pair]) -> JsonSummary {
    let count = |fits: &dyn Fn(&Pair) -> bool| pairs.iter().filter(|pair| fits(pair)).count();
    let answered = |answer| count(&|pair: &Pair| pair.answer == answer);
    JsonSummary {
        pairs: pairs.len(),
        yes: answered(Answer::Yes),
        no: answered(Answer::No),
        unknown: answered(Answer::Unknown),
        wired: count(&|pair| pair.wired),
        blocked: count(&|pair| pair.wired && pair.answer == Answer::No),
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

fn debug_list(analysis: &Analysis, pair: &Pair) -> JsonChecklist {
    let list = checklist(analysis.question(), pair);
    let check = |check: Check| JsonCheck {
        question: check.question,
        outcome: check.outcome.id(),
        text: check.text,
        span: check.span.map(|found| span(analysis, found)),
    };
    JsonChecklist { checks: list.checks.into_iter().map(check).collect(), commands: list.commands }
}

fn explanation(analysis: &Analysis, explanation: &Explanation) -> JsonReason {
    JsonReason {
        code: explanation.reason.id(),
        text: explanation.text.clone(),
        spans: explanation.spans.iter().map(|found| span(analysis, *found)).collect(),
    }
}
