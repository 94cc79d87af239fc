//! One environment as a file of its own.

use crate::analysis::Analysis;
use crate::model::EnvironmentId;
use crate::syntax::{Node, Value};
use crate::text::{Decoded, Span};

/// The environments of a Blueprint as one says which is meant: `project/environment`.
pub fn environments(analysis: &Analysis) -> Vec<String> {
    let blueprint = analysis.blueprint();
    (0..blueprint.environments.len())
        .map(|id| blueprint.environment_label(EnvironmentId(id)))
        .collect()
}

/// A Blueprint that holds nothing but the environment called `wanted`, as it is written; `None` when there is none.
/// One that uses text of other places through an alias cannot be cut out so: [`uses_aliases`] tells, and the file is to
/// be [expanded](crate::expand::expand()) first.
pub fn environment_file(analysis: &Analysis, wanted: &str) -> Option<Decoded> {
    let at = environments(analysis).iter().position(|label| label == wanted)?;
    Some(Decoded { text: file(analysis, at), invalid: Vec::new() })
}

/// Whether an environment uses text of other places through an alias or a merge key.
pub fn uses_aliases(analysis: &Analysis, wanted: &str) -> bool {
    let Some(at) = environments(analysis).iter().position(|label| label == wanted) else {
        return false;
    };
    let span = analysis.blueprint().environments[at].span;
    analysis.syntax().root.as_ref().is_some_and(|root| has_alias_in(root, span))
}

/// The environment at `at`, in a project of the same name.
fn file(analysis: &Analysis, at: usize) -> String {
    const INDENT: &str = "        ";
    let (text, blueprint) = (analysis.text(), analysis.blueprint());
    let environment = &blueprint.environments[at];
    let span = environment.span;
    let place = analysis.lines().position(span.start(), text);
    let mut lines = span.slice(text).split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let project = blueprint.projects[environment.project].name.text().unwrap_or_default();
    let project = crate::edit::quoted(project);
    let mut out = format!(
        "projects:\n  - name: {project}\n    environments:\n      - {}",
        first.trim_start()
    );
    for line in lines {
        // What stood under the environment stays under it.
        let shared = line.chars().take(place.column - 1).take_while(|c| *c == ' ').count();
        out.push_str(INDENT);
        out.push_str(&line[shared..]);
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// Whether an alias or a merged entry is used inside a span.
fn has_alias_in(node: &Node, span: Span) -> bool {
    let inside = span.contains(node.span);
    if !inside && !node.span.contains(span) {
        return false;
    }
    if inside && node.alias {
        return true;
    }
    match &node.value {
        Value::Scalar(_) => false,
        Value::Sequence(items) => items.iter().any(|item| has_alias_in(item, span)),
        Value::Mapping(entries) => entries.iter().any(|entry| {
            (inside && (entry.merged || entry.is_merge_key())) || has_alias_in(&entry.value, span)
        }),
    }
}
