//! `check --format json`.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Diagnostic;
use serde::Serialize;

use super::span::{JsonEdit, JsonSpan, edits, span};
use super::{Tool, VERSION, tool};

#[derive(Debug, Serialize)]
pub(crate) struct Report {
    version: u32,
    tool: Tool,
    files: Vec<File>,
}

#[derive(Debug, Serialize)]
pub(crate) struct File {
    path: String,
    summary: Summary,
    diagnostics: Vec<JsonDiagnostic>,
}

#[derive(Debug, Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    infos: usize,
    resources: usize,
    edges: usize,
}

#[derive(Debug, Serialize)]
struct JsonDiagnostic {
    rule: &'static str,
    facts: &'static [&'static str],
    category: &'static str,
    severity: &'static str,
    message: String,
    help: String,
    path: String,
    span: JsonSpan,
    related: Vec<JsonRelated>,
    fixes: Vec<JsonFix>,
    node: Option<String>,
    edge: Option<String>,
}

#[derive(Debug, Serialize)]
struct JsonRelated {
    message: String,
    span: JsonSpan,
}

#[derive(Debug, Serialize)]
struct JsonFix {
    title: String,
    safety: &'static str,
    edits: Vec<JsonEdit>,
}

/// The report on several files.
pub(crate) fn report(files: Vec<File>) -> Report {
    Report { version: VERSION, tool: tool(), files }
}

/// One file of the report.
pub(crate) fn file(path: &str, analysis: &Analysis) -> File {
    let summary = analysis.summary();
    File {
        path: path.to_owned(),
        summary: Summary {
            errors: summary.errors,
            warnings: summary.warnings,
            infos: summary.infos,
            resources: summary.resources,
            edges: summary.edges,
        },
        diagnostics: analysis
            .diagnostics()
            .iter()
            .map(|found| diagnostic(analysis, found))
            .collect(),
    }
}

fn diagnostic(analysis: &Analysis, found: &Diagnostic) -> JsonDiagnostic {
    JsonDiagnostic {
        rule: found.rule,
        facts: found.facts,
        category: found.category.id(),
        severity: found.severity.id(),
        message: found.message.clone(),
        help: found.help.clone(),
        path: found.path.clone(),
        span: span(analysis, found.span),
        related: found
            .related
            .iter()
            .map(|related| JsonRelated {
                message: related.message.clone(),
                span: span(analysis, related.span),
            })
            .collect(),
        fixes: found
            .fixes
            .iter()
            .map(|fix| JsonFix {
                title: fix.title.clone(),
                safety: fix.safety.id(),
                edits: edits(analysis, &fix.edits),
            })
            .collect(),
        node: found.subject.node.clone(),
        edge: found.subject.edge.clone(),
    }
}
