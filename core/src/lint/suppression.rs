//! Takes away what comments suppress, and reports the suppressions that took nothing away.

use std::collections::BTreeMap;

use super::context::Context;
use super::diagnostic::diagnostic;
use super::finding::Finding;
use super::options::Options;
use super::rule::{Check, Rule};
use crate::diagnostics::Diagnostic;
use crate::directive::{Coverage, Directive, DirectiveKind, Suppression, Word};

/// `found` without what comments suppress, and with a finding for each suppression that is not used.
pub(super) fn apply(
    context: &Context<'_>,
    rules: &[&'static Rule],
    options: &Options,
    mut found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let items = items(context, rules, options);
    let reporter = reporter(rules);
    let weight = reporter.and_then(|(rule, _)| options.severity_of(rule));
    let (Some((rule, report)), Some(weight)) = (reporter, weight) else {
        take(context, &mut found, items.collect());
        return found;
    };
    let (meta, plain): (Vec<SuppressedCode<'_>>, Vec<SuppressedCode<'_>>) =
        items.partition(|item| item.code.text == rule.code);
    let report = |items: Vec<SuppressedCode<'_>>| {
        items
            .into_iter()
            .map(|item| report(context, item.directive, item.suppression, item.code))
            .map(|finding| diagnostic(rule, finding, weight))
            .collect::<Vec<Diagnostic>>()
    };
    let mut unused = report(take(context, &mut found, plain));
    let idle = take(context, &mut unused, meta);
    unused.extend(report(idle));
    found.extend(unused);
    found
}

type Report = fn(&Context<'_>, &Directive, &Suppression, &Word) -> Finding;

/// The rule that reports unused suppressions, and how.
fn reporter(rules: &[&'static Rule]) -> Option<(&'static Rule, Report)> {
    rules.iter().find_map(|rule| match rule.check {
        Check::UnusedSuppression(report) => Some((*rule, report)),
        Check::Blueprint(_) => None,
    })
}

/// One code of one suppression.
#[derive(Clone, Copy)]
struct SuppressedCode<'a> {
    directive: &'a Directive,
    suppression: &'a Suppression,
    code: &'a Word,
}

/// Every code that is one of a rule that runs.
fn items<'a>(
    context: &Context<'a>,
    rules: &[&'static Rule],
    options: &Options,
) -> impl Iterator<Item = SuppressedCode<'a>> {
    context
        .directives
        .iter()
        .filter_map(|directive| match &directive.kind {
            DirectiveKind::Suppress(suppression) => Some((directive, suppression)),
            DirectiveKind::Assert(_) | DirectiveKind::Malformed { .. } => None,
        })
        .flat_map(|(directive, suppression)| {
            suppression.codes.iter().map(move |code| SuppressedCode {
                directive,
                suppression,
                code,
            })
        })
        .filter(|item| {
            rules
                .iter()
                .find(|rule| rule.code == item.code.text)
                .is_some_and(|rule| options.severity_of(rule).is_some())
        })
}

/// Takes away what `items` suppress; returns those that took nothing away.
fn take<'a>(
    context: &Context<'_>,
    found: &mut Vec<Diagnostic>,
    items: Vec<SuppressedCode<'a>>,
) -> Vec<SuppressedCode<'a>> {
    // What is suppressed where: a code, on a line or in the whole file.
    let place = |item: &SuppressedCode<'a>| -> (&'a str, Option<usize>) {
        match item.suppression.coverage {
            Coverage::File => (&item.code.text, None),
            Coverage::Line(line) => (&item.code.text, Some(line)),
        }
    };
    let mut is_used: BTreeMap<(&str, Option<usize>), bool> =
        items.iter().map(|item| (place(item), false)).collect();
    found.retain(|one| {
        let line = context.lines.line_of(one.span.start());
        let mut kept = true;
        for covered in [None, Some(line)] {
            if let Some(is_used) = is_used.get_mut(&(one.rule, covered)) {
                *is_used = true;
                kept = false;
            }
        }
        kept
    });
    items.into_iter().filter(|item| !is_used[&place(item)]).collect()
}
