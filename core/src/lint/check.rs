//! Runs the rules over one file.

use super::cascade::is_cascading_error;
use super::claimants::Claims;
use super::context::{Context, Stages};
use super::diagnostic::diagnostic;
use super::options::Options;
use super::rule::{Check, Rule};
use super::shared_text;
use super::subject::mark_declarations;
use super::suppression;
use crate::diagnostics::Diagnostic;
use crate::sort;

/// What the rules find in a text and no comment suppresses, in source order, the worse first at one offset.
pub fn check(
    rules: &'static [&'static Rule],
    stages: Stages<'_>,
    options: &Options,
) -> Vec<Diagnostic> {
    let claims = Claims::new(rules.iter().map(|rule| (rule.code, rule.claims)));
    let codes = rules.iter().map(|rule| rule.code).collect();
    let context = &Context::new(stages, codes, &claims);
    let mut out = Vec::new();
    let mut findings = Vec::new();
    for rule in rules {
        let Check::Blueprint(check) = rule.check else { continue };
        let Some(weight) = options.severity_of(rule) else { continue };
        check(context, &mut findings);
        if rule.concludes_from_absence {
            findings.retain(|finding| !is_cascading_error(context, finding));
        }
        out.extend(findings.drain(..).map(|finding| diagnostic(rule, finding, weight)));
    }
    let mut out = shared_text::settle(context.blueprint, context.text, out);
    mark_declarations(context.network, &mut out);
    let mut out = suppression::apply(context, rules, options, out);
    sort::by_key(&mut out, |diagnostic| {
        (diagnostic.span.start, std::cmp::Reverse(diagnostic.severity), diagnostic.span.end)
    });
    out
}
