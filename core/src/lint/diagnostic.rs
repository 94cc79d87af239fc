//! A finding becomes a diagnostic: its rule adds what it says about all its findings.

use super::finding::Finding;
use super::options::Weight;
use super::rule::Rule;
use crate::diagnostics::Diagnostic;

/// A finding with what its rule says about all of them.
pub(crate) fn diagnostic(rule: &'static Rule, finding: Finding, weight: Weight) -> Diagnostic {
    let finding = *finding.report;
    let severity = match weight {
        Weight::Own => finding.severity.unwrap_or(rule.severity),
        Weight::Fixed(severity) => severity,
    };
    Diagnostic {
        rule: rule.code,
        facts: finding.facts.unwrap_or(rule.facts),
        category: finding.category.unwrap_or(rule.category),
        severity,
        message: finding.message,
        help: finding.help,
        span: finding.span,
        path: finding.path,
        related: finding.related,
        fixes: finding.fixes,
        subject: finding.subject,
    }
}
