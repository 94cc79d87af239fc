//! The problems as rows that keep their identity while the text changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use blueprint_lens_core::diagnostics::{Diagnostic, Severity};
use blueprint_lens_core::text::Span;

use super::target::Target;

/// One problem.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// Rule, path in the structure, and a count where both repeat: stays the same while lines move.
    pub(crate) key: String,
    /// Its index in the engine's list.
    pub(crate) finding: usize,
    /// Code of the rule.
    pub(crate) rule: &'static str,
    /// How bad it is.
    pub(crate) severity: Severity,
    /// What is wrong.
    pub(crate) message: String,
    /// Why it matters and what to do.
    pub(crate) help: String,
    /// The text that is wrong.
    pub(crate) span: Span,
    /// The first fix that can be applied, as an index of the finding's fixes.
    pub(crate) fix: Option<usize>,
    /// The node it is marked on.
    pub(crate) subject: Option<Target>,
    /// Other nodes that it is marked on.
    pub(crate) also: Vec<Target>,
    /// The edge it is marked on.
    pub(crate) edge: Option<Target>,
}

impl Row {
    /// Every problem, the worst first, otherwise in source order.
    pub(crate) fn all(diagnostics: &[Diagnostic]) -> Vec<Arc<Self>> {
        let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let mut rows: Vec<Arc<Self>> = Vec::new();
        for (finding, diagnostic) in diagnostics.iter().enumerate() {
            let count = seen.entry((diagnostic.rule, &diagnostic.path)).or_default();
            rows.push(Arc::new(Self::new(finding, diagnostic, *count)));
            *count += 1;
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.severity));
        rows
    }

    fn new(finding: usize, diagnostic: &Diagnostic, count: usize) -> Self {
        Self {
            key: format!("{}@{}#{count}", diagnostic.rule, diagnostic.path),
            finding,
            rule: diagnostic.rule,
            severity: diagnostic.severity,
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            span: diagnostic.span,
            fix: diagnostic.applicable_fix().map(|(index, _)| index),
            subject: diagnostic.subject.node.clone().map(Target::Node),
            also: diagnostic.subject.also.iter().cloned().map(Target::Node).collect(),
            edge: diagnostic.subject.edge.clone().map(Target::Edge),
        }
    }
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;

    use super::*;

    #[test]
    fn rows_keep_their_key_when_lines_move() {
        let text = "services:\n  - {type: pserv, name: a, region: oregon, envVars: [{key: B, fromService: {name: b, type: pserv, property: host}}]}\n  - {type: pserv, name: b, region: frankfurt}\n";
        let keys = |text: &str| -> Vec<String> {
            Row::all(Analysis::new(text).diagnostics()).iter().map(|row| row.key.clone()).collect()
        };
        let before = keys(text);
        assert!(!before.is_empty());
        assert_eq!(before, keys(&format!("# one line more\n{text}")));
    }
}
