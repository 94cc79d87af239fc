//! Runs the rules over one file.

use super::context::Context;
use super::finding::Finding;
use super::rule::Rule;
use crate::diagnostics::{Diagnostic, Severity};

/// Which rules run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Also run the rules that are off unless asked for: advice that would attach to nearly every file.
    pub all_advice: bool,
}

/// What the rules find, in source order, the worse first at one place.
pub fn check(context: &Context<'_>, options: Options) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut findings = Vec::new();
    for rule in super::ALL.iter().filter(|rule| rule.on_by_default || options.all_advice) {
        (rule.check)(context, &mut findings);
        out.extend(findings.drain(..).map(|finding| diagnostic(rule, finding)));
    }
    out.sort_by_key(|diagnostic| {
        (diagnostic.span.start, std::cmp::Reverse(diagnostic.severity), diagnostic.span.end)
    });
    out
}

fn diagnostic(rule: &'static Rule, finding: Finding) -> Diagnostic {
    let severity: Severity = finding.severity.unwrap_or(rule.severity);
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
