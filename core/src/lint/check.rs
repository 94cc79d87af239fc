//! Runs the rules over one file.

use std::collections::BTreeMap;

use super::cascade::is_cascading_error;
use super::context::Context;
use super::finding::Finding;
use super::rule::{Check, Rule};
use super::suppression;
use crate::diagnostics::{Diagnostic, Severity};
use crate::platform::WorkspacePlan;
use crate::sort;

/// Which rules run, and how bad their findings are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Also run the rules that are off unless asked for: advice that would attach to nearly every file.
    pub all_advice: bool,
    /// What somebody decided about single rules, by their code.
    pub settings: BTreeMap<String, Setting>,
    /// The plan of the workspace that the file is for, where somebody said so.
    pub workspace_plan: Option<WorkspacePlan>,
}

/// What somebody decided about one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// It does not run.
    Off,
    /// It runs, even if it is off unless asked for, as bad as it is by itself.
    On,
    /// It runs, and its findings are this bad.
    As(Severity),
}

/// How bad the findings of a rule that runs are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// As the rule says.
    Own,
    /// As somebody decided.
    Fixed(Severity),
}

impl Options {
    /// How bad the findings of `rule` are; `None` when it does not run.
    pub(crate) fn severity_of(&self, rule: &Rule) -> Option<Weight> {
        let by_plan = || {
            let (plan, least) = (self.workspace_plan?, rule.workspace_plan?);
            Some(if plan >= least { Setting::Off } else { Setting::As(Severity::Warning) })
        };
        match self.settings.get(rule.code).copied().or_else(by_plan) {
            Some(Setting::Off) => None,
            Some(Setting::On) => Some(Weight::Own),
            Some(Setting::As(severity)) => Some(Weight::Fixed(severity)),
            None => (rule.on_by_default || self.all_advice).then_some(Weight::Own),
        }
    }
}

/// What the rules of the context find and no comment suppresses, in source order, the worse first at one place.
pub fn check(context: &Context<'_>, options: &Options) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut findings = Vec::new();
    for rule in context.rules {
        let Check::Blueprint(check) = rule.check else { continue };
        let Some(weight) = options.severity_of(rule) else { continue };
        check(context, &mut findings);
        if rule.concludes_from_absence {
            findings.retain(|finding| !is_cascading_error(context, finding));
        }
        out.extend(findings.drain(..).map(|finding| diagnostic(rule, finding, weight)));
    }
    let mut out = suppression::apply(context, options, out);
    sort::by_key(&mut out, |diagnostic| {
        (diagnostic.span.start, std::cmp::Reverse(diagnostic.severity), diagnostic.span.end)
    });
    out
}

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
