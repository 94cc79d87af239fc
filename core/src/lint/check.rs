//! Runs the rules over one file, with what they may know of the files that are read together with it.

use super::cascade::is_cascading_error;
use super::claimants::Claims;
use super::context::{Context, Stages};
use super::diagnostic::diagnostic;
use super::options::Options;
use super::rule::{Check, Rule};
use super::shared_text;
use super::subject::mark_declarations;
use super::suppression;
use super::written_twice;
use crate::diagnostics::Diagnostic;
use crate::sort;
use crate::text::Span;

/// What the rules find in a file and no comment suppresses, in source order, the worse first at one offset.
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
    written_twice::have_confirmed(context, &mut out);
    mark_declarations(context, &mut out);
    keep_to_own_file(context, &mut out);
    let mut out = suppression::apply(context, rules, options, out);
    sort::by_key(&mut out, |diagnostic| {
        (diagnostic.span.start, std::cmp::Reverse(diagnostic.severity), diagnostic.span.end)
    });
    out
}

/// Takes away the fixes that edit another file: whoever applies one changes the file that it is offered for.
fn keep_to_own_file(context: &Context<'_>, found: &mut [Diagnostic]) {
    if context.files.count() == 1 {
        return;
    }
    let own = context.files.get(context.file).span;
    // An edit may end behind the line break that parts the files: the end of the file, where it stands alone.
    let is_own = |span: Span| own.contains(Span::at(span.start()));
    for one in found {
        one.fixes.retain(|fix| fix.edits.iter().all(|edit| is_own(edit.span)));
    }
}
