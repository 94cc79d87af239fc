//! `check --format json`.

use blueprint_lens_core::analysis::{Analysis, FileView, Summary};
use blueprint_lens_core::diagnostics::Diagnostic;
use blueprint_lens_core::text::{FileId, TextEdit};
use schemars::JsonSchema;
use serde::Serialize;

use super::span::{JsonEdit, JsonSpan, span_in};
use super::{Tool, VERSION, tool};

#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Report {
    version: u32,
    tool: Tool,
    files: Vec<File>,
}

#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct File {
    path: String,
    summary: JsonSummary,
    diagnostics: Vec<JsonDiagnostic>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonSummary {
    errors: usize,
    warnings: usize,
    infos: usize,
    resources: usize,
    edges: usize,
}

#[derive(Debug, JsonSchema, Serialize)]
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

#[derive(Debug, JsonSchema, Serialize)]
struct JsonRelated {
    message: String,
    span: JsonSpan,
}

#[derive(Debug, JsonSchema, Serialize)]
struct JsonFix {
    title: String,
    safety: &'static str,
    edits: Vec<JsonEdit>,
}

/// The report on several files.
pub(crate) fn report(files: Vec<File>) -> Report {
    Report { version: VERSION, tool: tool(), files }
}

/// One file of the report, which may be read together with others.
pub(crate) fn file(name: &str, analysis: &Analysis, file: FileId) -> File {
    let view = analysis.file(file);
    let Summary { errors, warnings, infos, resources, edges } = view.summary;
    let found = view.diagnostics.iter();
    File {
        path: name.to_owned(),
        summary: JsonSummary { errors, warnings, infos, resources, edges },
        diagnostics: found.map(|found| diagnostic(analysis, &view, found)).collect(),
    }
}

fn diagnostic(analysis: &Analysis, view: &FileView<'_>, found: &Diagnostic) -> JsonDiagnostic {
    let here = |span| span_in(view.source, span);
    let edit = |edit: &TextEdit| JsonEdit { span: here(edit.span), text: edit.text.clone() };
    JsonDiagnostic {
        rule: found.rule,
        facts: found.facts,
        category: found.category.id(),
        severity: found.severity.id(),
        message: found.message.clone(),
        help: found.help.clone(),
        path: found.path.clone(),
        span: here(found.span),
        related: found
            .related
            .iter()
            .map(|related| JsonRelated {
                message: related.message.clone(),
                span: related.file.map_or_else(
                    || here(related.span),
                    |other| {
                        let other = analysis.source(other);
                        let file = Some(other.path.to_owned());
                        JsonSpan { file, ..span_in(other, related.span) }
                    },
                ),
            })
            .collect(),
        fixes: found
            .fixes
            .iter()
            .map(|fix| JsonFix {
                title: fix.title.clone(),
                safety: fix.safety.id(),
                edits: fix.edits.iter().map(edit).collect(),
            })
            .collect(),
        node: found.subject.node.clone(),
        edge: found.subject.edge.clone(),
    }
}
