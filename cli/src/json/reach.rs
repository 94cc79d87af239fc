//! `reach --format json`.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, NodeRef};
use blueprint_lens_core::reach::{
    Along, Check, Ends, EntryPoint, Explanation, Pair, brief, checklist, hops, pair,
};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::span::{JsonEdit, JsonSpan, edits, span};
use super::{Tool, VERSION, tool};
use crate::reach::Asked;

/// An answer, whose lists are made item by item while it is written.
#[derive(JsonSchema, Serialize)]
pub(crate) struct JsonAnswer<'a> {
    version: u32,
    tool: Tool,
    summary: JsonSummary,
    /// How many pairs and entry points are left out of an answer that is to be short.
    #[serde(skip_serializing_if = "is_zero")]
    left_out: usize,
    #[schemars(with = "Vec<JsonPair>")]
    pairs: Pairs<'a>,
    #[schemars(with = "Vec<JsonEntryPoint>")]
    doors: Doors<'a>,
}

/// How many pairs there are of each sort, left out or not.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(crate) struct JsonSummary {
    pub(crate) pairs: usize,
    pub(crate) yes: usize,
    pub(crate) no: usize,
    pub(crate) unknown: usize,
    pub(crate) wired: usize,
    /// Wired pairs that cannot.
    pub(crate) blocked: usize,
}

/// So many pairs at most, what is wired first where some are left out.
struct Pairs<'a> {
    analysis: &'a Analysis,
    asked: &'a Asked<'a>,
    most: usize,
    are_some_left_out: bool,
}

/// So many entry points at most.
struct Doors<'a> {
    analysis: &'a Analysis,
    asked: &'a Asked<'a>,
    most: usize,
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
pub(crate) fn answer<'a>(analysis: &'a Analysis, asked: &'a Asked<'a>) -> JsonAnswer<'a> {
    answer_in_short(analysis, asked, (usize::MAX, usize::MAX))
}

/// The answer with so many pairs and entry points at most, what is wired first where some are left out.
pub(crate) fn answer_in_short<'a>(
    analysis: &'a Analysis,
    asked: &'a Asked<'a>,
    (most_pairs, most_doors): (usize, usize),
) -> JsonAnswer<'a> {
    let summary = summary(asked);
    let pairs_left_out = summary.pairs.saturating_sub(most_pairs);
    JsonAnswer {
        version: VERSION,
        tool: tool(),
        left_out: pairs_left_out + asked.entry_points.len().saturating_sub(most_doors),
        pairs: Pairs { analysis, asked, most: most_pairs, are_some_left_out: pairs_left_out > 0 },
        doors: Doors { analysis, asked, most: most_doors },
        summary,
    }
}

/// Counts what was asked for.
pub(crate) fn summary(asked: &Asked<'_>) -> JsonSummary {
    let mut counts = JsonSummary::default();
    for (from, to) in asked.ends() {
        let (answer, wired) = brief(asked.query, from, to);
        counts.pairs += 1;
        *match answer {
            Answer::Yes => &mut counts.yes,
            Answer::No => &mut counts.no,
            Answer::Unknown => &mut counts.unknown,
        } += 1;
        counts.wired += usize::from(wired);
        counts.blocked += usize::from(wired && answer == Answer::No);
    }
    counts
}

impl Serialize for Pairs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { analysis, asked, most, are_some_left_out } = self;
        let shown = |(from, to)| shown_pair(analysis, &pair(asked.query, from, to), asked.is_one());
        if *are_some_left_out {
            let is_wired = |ends: &Ends| brief(asked.query, ends.0, ends.1).1;
            let wired = asked.ends().filter(is_wired);
            let others = asked.ends().filter(|ends| !is_wired(ends));
            serializer.collect_seq(wired.chain(others).take(*most).map(shown))
        } else {
            serializer.collect_seq(asked.ends().map(shown))
        }
    }
}

impl Serialize for Doors<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shown = |entry_point| shown_door(self.analysis, entry_point);
        serializer.collect_seq(self.asked.entry_points.iter().take(self.most).map(shown))
    }
}

fn shown_pair(analysis: &Analysis, pair: &Pair, is_one: bool) -> JsonPair {
    let id = |node: NodeRef| analysis.network().node(node).id.clone();
    JsonPair {
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
    }
}

fn shown_door(analysis: &Analysis, entry_point: &EntryPoint) -> JsonEntryPoint {
    let id = |node: NodeRef| analysis.network().node(node).id.clone();
    let levels = |along: Along| -> Vec<Vec<String>> {
        let level = |level: Vec<NodeRef>| level.into_iter().map(id).collect();
        hops(analysis.question(), entry_point.node, along).into_iter().map(level).collect()
    };
    let hops = levels(Along::Wired);
    JsonEntryPoint {
        node: id(entry_point.node),
        exposure: entry_point.exposure.id(),
        why: entry_point.why.clone(),
        behind: hops.concat(),
        hops,
        touches: levels(Along::Possible),
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
