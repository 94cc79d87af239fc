//! W20: variables that copy from each other in a cycle.

use crate::diagnostics::Severity;
use crate::lint::{Context, Finding, Reference, Via};
use crate::model::{Present, ResourceId};
use crate::platform::is_builtin_variable;

rule! {
    /// ## What it does
    ///
    /// Finds references by `envVarKey` that lead back to where they started. A cycle of variables is a warning. Two
    /// services that copy different variables from each other are a note. Variables that Render sets itself, hosts and
    /// ports may go both ways.
    ///
    /// ## Why it matters
    ///
    /// Render copies the value at the sync. In a cycle of variables, no variable has a value to start from. Two
    /// services that copy from each other may need a second sync until both have their values.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: SIGNING_KEY
    ///         fromService:
    ///           name: jobs
    ///           type: worker
    ///           envVarKey: SIGNING_KEY
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    ///     envVars:
    ///       - key: SIGNING_KEY
    ///         fromService:
    ///           name: shop
    ///           type: web
    ///           envVarKey: SIGNING_KEY
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: SIGNING_KEY
    ///         generateValue: true
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    ///     envVars:
    ///       - key: SIGNING_KEY
    ///         fromService:
    ///           name: shop
    ///           type: web
    ///           envVarKey: SIGNING_KEY
    /// ```
    ///
    /// An environment group that both services link works, too.
    ///
    /// ## When to ignore it
    ///
    /// When somebody entered every value by hand and only the first sync was difficult.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12: references get their values at the sync; that a loop fails is inferred
    code: "reference-cycle",
    summary: "variables that copy from each other in a cycle",
    severity: Warning,
    category: Validator,
    certainty: Inferred,
    facts: ["W20"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

/// A copied variable: who copies it, and under which key.
type Copied<'a> = (ResourceId, &'a str);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let copies: Vec<_> = context.references().filter_map(copy).collect();
    let mut told = loops_of_variables(context, &copies, findings);
    let reached = |start: ResourceId| {
        let mut seen = vec![start];
        let mut at = 0;
        while let Some(from) = seen.get(at).copied() {
            for copy in copies.iter().filter(|copy| copy.from.0 == from) {
                if !seen.contains(&copy.to.0) {
                    seen.push(copy.to.0);
                }
            }
            at += 1;
        }
        seen
    };
    for copy in &copies {
        let (from, to) = (copy.from.0, copy.to.0);
        if from == to || told.contains(&from) || !reached(to).contains(&from) {
            continue;
        }
        let circle: Vec<_> =
            reached(from).into_iter().filter(|one| reached(*one).contains(&from)).collect();
        told.extend(circle);
        let label = |id| context.blueprint.resource(id).label();
        findings.push(
            Finding::new(
                copy.key.span,
                format!("{}.envVarKey", copy.reference.path()),
                format!("`{}` and `{}` copy variables from each other", label(from), label(to)),
                "if the first sync leaves one of them empty, sync again; an environment group that both link avoids this",
            )
            .severity(Severity::Info)
            .on_reference(context, &copy.reference),
        );
    }
}

/// One copied variable and its source.
struct Copy<'a> {
    from: Copied<'a>,
    to: Copied<'a>,
    key: &'a Present<String>,
    reference: Reference<'a>,
}

/// The copy that a reference makes; `None` for properties and for variables that Render sets itself.
fn copy(reference: Reference<'_>) -> Option<Copy<'_>> {
    let Via::Service(service) = reference.via else { return None };
    let key = service.value.env_var_key.present().filter(|key| !is_builtin_variable(&key.value))?;
    let from = (reference.consumer.id, reference.var.key.text()?);
    let to = (reference.declared()?.id, key.value.as_str());
    Some(Copy { from, to, key, reference })
}

/// Reports every cycle of variables once, at its first variable, and returns the services in the cycles.
fn loops_of_variables(
    context: &Context<'_>,
    copies: &[Copy<'_>],
    findings: &mut Vec<Finding>,
) -> Vec<ResourceId> {
    let source = |of: Copied<'_>| copies.iter().rev().find(|copy| copy.from == of);
    let mut told = Vec::new();
    let mut done: Vec<Copied<'_>> = Vec::new();
    for start in copies {
        let mut way = vec![start];
        while let Some(next) = way.last().and_then(|copy| source(copy.to)) {
            if way.iter().any(|copy| copy.from == next.from) {
                break;
            }
            way.push(next);
        }
        let closed = way.last().is_some_and(|last| last.to == start.from);
        if !closed || done.contains(&start.from) {
            continue;
        }
        done.extend(way.iter().map(|copy| copy.from));
        told.extend(way.iter().map(|copy| copy.from.0));
        let message = if way.len() == 1 {
            format!("`{}` copies itself, so it never gets a value", start.from.1)
        } else {
            format!("`{}` is copied in a cycle, so it never gets a value", start.from.1)
        };
        let mut finding = Finding::new(
            start.key.span,
            format!("{}.envVarKey", start.reference.path()),
            message,
            "give one of the variables a value, or let Render generate it",
        )
        .on_reference(context, &start.reference);
        for other in way.iter().skip(1) {
            let words = format!(
                "`{}` copies it from here",
                context.blueprint.resource(other.from.0).label()
            );
            finding = finding.related(other.key.span, words);
        }
        findings.push(finding);
    }
    told
}
