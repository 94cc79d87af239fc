//! `checklist --format json`.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::checklist::Step;
use serde::Serialize;

use super::span::{JsonSpan, span};
use super::{Tool, VERSION, tool};

/// The whole list.
#[derive(Debug, Serialize)]
pub(crate) struct JsonChecklist {
    version: u32,
    tool: Tool,
    steps: Vec<JsonStep>,
}

#[derive(Debug, Serialize)]
struct JsonStep {
    phase: &'static str,
    node: String,
    variable: Option<String>,
    text: String,
    commands: Vec<String>,
    spans: Vec<JsonSpan>,
}

/// The steps, with their places in the head.
pub(crate) fn report(head: &Analysis, steps: &[Step]) -> JsonChecklist {
    let step = |step: &Step| JsonStep {
        phase: step.phase.id(),
        node: step.node.clone(),
        variable: step.variable.clone(),
        text: step.text.clone(),
        commands: step.commands.clone(),
        spans: step.spans.iter().map(|at| span(head, *at)).collect(),
    };
    JsonChecklist { version: VERSION, tool: tool(), steps: steps.iter().map(step).collect() }
}
