//! `reach --format json`.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::NodeRef;
use blueprint_lens_core::reach::{Along, Check, EntryPoint, Explanation, Pair, checklist, hops};
use serde::Serialize;

use super::span::{JsonEdit, JsonSpan, edits, span};
use super::{Tool, VERSION, tool};

#[derive(Debug, Serialize)]
pub(crate) struct JsonAnswer {
    version: u32,
    tool: Tool,
    pairs: Vec<JsonPair>,
    doors: Vec<JsonEntryPoint>,
}

#[derive(Debug, Serialize)]
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

#[derive(Debug, Serialize)]
struct JsonChecklist {
    checks: Vec<JsonCheck>,
    commands: Vec<String>,
}

#[derive(Debug, Serialize)]
struct JsonCheck {
    question: &'static str,
    outcome: &'static str,
    text: String,
    span: Option<JsonSpan>,
}

#[derive(Debug, Serialize)]
struct JsonReason {
    code: &'static str,
    text: String,
    spans: Vec<JsonSpan>,
}

#[derive(Debug, Serialize)]
struct JsonRemedy {
    title: String,
    edits: Vec<JsonEdit>,
}

#[derive(Debug, Serialize)]
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

/// The answer for some pairs and entry points; `asked` when the one pair was asked for by its ends.
pub(crate) fn answer(
    analysis: &Analysis,
    pairs: &[Pair],
    entry_points: &[EntryPoint],
    asked: bool,
) -> JsonAnswer {
    let id = |node: NodeRef| analysis.network().node(node).id.clone();
    let levels = |node: NodeRef, along: Along| -> Vec<Vec<String>> {
        let level = |level: Vec<NodeRef>| level.into_iter().map(id).collect();
        hops(analysis.question(), node, along).into_iter().map(level).collect()
    };
    JsonAnswer {
        version: VERSION,
        tool: tool(),
        pairs: pairs
            .iter()
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
                checklist: asked.then(|| debug_list(analysis, pair)),
            })
            .collect(),
        doors: entry_points
            .iter()
            .map(|entry_point| JsonEntryPoint {
                node: id(entry_point.node),
                exposure: entry_point.exposure.id(),
                why: entry_point.why.clone(),
                behind: entry_point.behind.iter().map(|node| id(*node)).collect(),
                hops: levels(entry_point.node, Along::Wired),
                touches: levels(entry_point.node, Along::Possible),
            })
            .collect(),
    }
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
