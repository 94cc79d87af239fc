//! `reach --format json`.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::NodeRef;
use blueprint_lens_core::reach::{Door, Explanation, Pair};
use serde::Serialize;

use super::span::{JsonEdit, JsonSpan, edits, span};
use super::{Tool, VERSION, tool};

#[derive(Debug, Serialize)]
pub(crate) struct JsonAnswer {
    version: u32,
    tool: Tool,
    pairs: Vec<JsonPair>,
    doors: Vec<JsonDoor>,
}

#[derive(Debug, Serialize)]
struct JsonPair {
    from: String,
    to: String,
    private: &'static str,
    wired: bool,
    reasons: Vec<JsonReason>,
    fix: Option<JsonRemedy>,
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
struct JsonDoor {
    node: String,
    exposure: &'static str,
    why: String,
    behind: Vec<String>,
}

/// The answer for some pairs and doors.
pub(crate) fn answer(analysis: &Analysis, pairs: &[Pair], doors: &[Door]) -> JsonAnswer {
    let id = |node: NodeRef| analysis.network().node(node).id.clone();
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
            })
            .collect(),
        doors: doors
            .iter()
            .map(|door| JsonDoor {
                node: id(door.node),
                exposure: door.exposure.id(),
                why: door.why.clone(),
                behind: door.behind.iter().map(|node| id(*node)).collect(),
            })
            .collect(),
    }
}

fn explanation(analysis: &Analysis, explanation: &Explanation) -> JsonReason {
    JsonReason {
        code: explanation.reason.id(),
        text: explanation.text.clone(),
        spans: explanation.spans.iter().map(|found| span(analysis, *found)).collect(),
    }
}
