//! Turns the text of `.blueprint-lens.yaml` into settings, or into a list of its mistakes.

use blueprint_lens_core::analysis::Options;
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::lint::Setting;
use blueprint_lens_core::platform::WorkspacePlan;
use blueprint_lens_core::rules;
use blueprint_lens_core::syntax::{Entry, Node, parse};
use blueprint_lens_core::text::{LineIndex, Span};

use crate::output::readable_all;

/// The content of the file.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) options: Options,
    pub(super) ignore: Vec<(Span, String)>,
    pub(super) together: Vec<String>,
}

/// A position, what is wrong there, and what to do.
pub(super) type Problem = (Span, String);

/// Reads the settings.
///
/// # Errors
/// Every mistake, in source order.
pub(super) fn read(text: &str) -> Result<Read, Vec<Problem>> {
    let tree = parse(text);
    let mut problems: Vec<Problem> =
        tree.errors.iter().map(|error| (error.span, error.message.clone())).collect();
    let mut read = Read::default();
    if let Some(root) = &tree.root {
        for entry in entries(root, "the settings", &mut problems) {
            setting(entry, &mut read, &mut problems);
        }
    }
    for document in &tree.further {
        problems.push((document.span, "only one document is read; remove this one".to_owned()));
    }
    problems.sort();
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

/// Mistakes in the format of compilers, one per line.
pub(super) fn list(path: &str, text: &str, problems: &[Problem]) -> String {
    let lines = LineIndex::new(text);
    let listed: Vec<String> = problems
        .iter()
        .map(|(span, message)| {
            let place = lines.position(span.start(), text);
            format!("{path}:{}:{}: {}", place.line, place.column, readable_all(message))
        })
        .collect();
    listed.join("\n")
}

fn setting(entry: &Entry, read: &mut Read, problems: &mut Vec<Problem>) {
    let key = entry.key.as_scalar().map(|key| key.text.as_str()).unwrap_or_default();
    match key {
        "rules" => {
            for rule in entries(&entry.value, "`rules`", problems) {
                rule_setting(rule, read, problems);
            }
        }
        "ignore" => {
            read.ignore = texts(&entry.value, ("ignore", "pattern", "examples/"), problems);
        }
        "together" => {
            let paths = texts(&entry.value, ("together", "path", "jobs/render.yaml"), problems);
            read.together = paths.into_iter().map(|(_, path)| path).collect();
        }
        "workspacePlan" => {
            read.options.workspace_plan = word(&entry.value).and_then(WorkspacePlan::from_id);
            if read.options.workspace_plan.is_none() {
                let plans = WorkspacePlan::ALL.map(WorkspacePlan::id).join(", ");
                problems.push((place(entry), format!("`workspacePlan` must be one of {plans}")));
            }
        }
        _ => problems.push((
            entry.key.span,
            format!(
                "`{key}` is not a setting; the settings are `rules`, `ignore`, `together` and `workspacePlan`"
            ),
        )),
    }
}

fn rule_setting(entry: &Entry, read: &mut Read, problems: &mut Vec<Problem>) {
    let code = entry.key.as_scalar().map(|key| key.text.as_str()).unwrap_or_default();
    if rules::find(code).is_none() {
        let help = rules::nearest_code(code).map_or_else(
            || "`blueprint-lens rules` lists them".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        problems.push((entry.key.span, format!("no rule is called `{code}`; {help}")));
        return;
    }
    let setting = match word(&entry.value) {
        Some("off" | "false") => Setting::Off,
        Some("on" | "true") => Setting::On,
        Some("info") => Setting::As(Severity::Info),
        Some("warning") => Setting::As(Severity::Warning),
        Some("error") => Setting::As(Severity::Error),
        _ => {
            let message = format!("`{code}` must be one of off, on, info, warning, error");
            problems.push((place(entry), message));
            return;
        }
    };
    read.options.settings.insert(code.to_owned(), setting);
}

/// The texts of the list `name`, each of them a `what` such as `example`.
fn texts(
    node: &Node,
    (name, what, example): (&str, &str, &str),
    problems: &mut Vec<Problem>,
) -> Vec<(Span, String)> {
    if node.is_null() {
        return Vec::new();
    }
    let Some(items) = node.as_sequence() else {
        let message = format!("`{name}` must be a list of {what}s: write `- {example}`");
        problems.push((node.span, message));
        return Vec::new();
    };
    let mut found = Vec::new();
    for item in items {
        match word(item) {
            Some(text) if !text.is_empty() => found.push((item.span, text.to_owned())),
            _ => {
                let message = format!("a {what} must be a string, such as `{example}`");
                problems.push((item.span, message));
            }
        }
    }
    found
}

/// The entries of a mapping; an empty value has none.
fn entries<'a>(node: &'a Node, what: &str, problems: &mut Vec<Problem>) -> &'a [Entry] {
    if let Some(entries) = node.as_mapping() {
        return entries;
    }
    if !node.is_null() {
        problems.push((node.span, format!("{what} must be a mapping: write `key: value` lines")));
    }
    &[]
}

fn word(node: &Node) -> Option<&str> {
    node.as_scalar().map(|scalar| scalar.text.as_str())
}

/// The span of a wrong value, or of its key if there is no value.
fn place(entry: &Entry) -> Span {
    if entry.value.span.is_empty() { entry.key.span } else { entry.value.span }
}
