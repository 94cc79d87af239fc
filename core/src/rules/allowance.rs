//! Takes away what the file allows, and reports the allowances that took nothing away.

use super::check::{Options, diagnostic};
use super::{Context, unused_allow};
use crate::diagnostics::Diagnostic;
use crate::directive::{Allow, Coverage, Directive, Form, Word};

/// `found` without what the file allows, and with a finding for each allowance that is not used.
pub(super) fn settle(
    context: &Context<'_>,
    options: &Options,
    mut found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let own = unused_allow::RULE.code;
    let (meta, plain): (Vec<Item<'_>>, Vec<Item<'_>>) =
        items(context, options).partition(|item| item.code.text == own);
    let idle = take(context, &mut found, plain);
    let mut unused = Vec::new();
    if let Some(severity) = options.severity_of(&unused_allow::RULE) {
        let report = |items: Vec<Item<'_>>| {
            items
                .into_iter()
                .map(|item| unused_allow::unused(context, item.directive, item.allow, item.code))
                .map(|finding| diagnostic(&unused_allow::RULE, finding, severity))
                .collect::<Vec<Diagnostic>>()
        };
        unused = report(idle);
        let idle = take(context, &mut unused, meta);
        unused.extend(report(idle));
    }
    found.extend(unused);
    found
}

/// One code of one allowance.
#[derive(Clone, Copy)]
struct Item<'a> {
    directive: &'a Directive,
    allow: &'a Allow,
    code: &'a Word,
}

/// Every code that is one of a rule that runs.
fn items<'a>(context: &Context<'a>, options: &Options) -> impl Iterator<Item = Item<'a>> {
    context
        .directives
        .iter()
        .filter_map(|directive| match &directive.form {
            Form::Allow(allow) => Some((directive, allow)),
            Form::Assert(_) | Form::Malformed { .. } => None,
        })
        .flat_map(|(directive, allow)| {
            allow.codes.iter().map(move |code| Item { directive, allow, code })
        })
        .filter(|item| {
            super::find(&item.code.text).is_some_and(|rule| options.severity_of(rule).is_some())
        })
}

/// Takes away what `items` allow; returns those that took nothing away.
fn take<'a>(
    context: &Context<'_>,
    found: &mut Vec<Diagnostic>,
    items: Vec<Item<'a>>,
) -> Vec<Item<'a>> {
    let mut used = vec![false; items.len()];
    found.retain(|one| {
        let line = context.lines.line_of(one.span.start());
        let mut kept = true;
        for (item, used) in items.iter().zip(&mut used) {
            let covers = match item.allow.coverage {
                Coverage::File => true,
                Coverage::Line(covered) => covered == line,
            };
            if covers && item.code.text == one.rule {
                *used = true;
                kept = false;
            }
        }
        kept
    });
    items.into_iter().zip(used).filter(|(_, used)| !used).map(|(item, _)| item).collect()
}
