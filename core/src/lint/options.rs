//! What somebody decided about the rules: which run, and how bad their findings are.

use std::collections::BTreeMap;

use super::rule::Rule;
use crate::diagnostics::Severity;
use crate::platform::WorkspacePlan;

/// Which rules run, and how bad their findings are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Also run the rules that are off unless asked for: advice that would attach to nearly every file.
    pub all_advice: bool,
    /// What somebody decided about single rules, by their code.
    pub settings: BTreeMap<String, Setting>,
    /// The plan of the workspace that the file is for, where somebody said so.
    pub workspace_plan: Option<WorkspacePlan>,
    /// Hide what looks like a secret in whatever the findings say: they are read by more people than the file.
    pub hide_secrets: bool,
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
