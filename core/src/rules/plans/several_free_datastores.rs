//! P05, P06: more free datastores than a workspace can have.

use crate::diagnostics::Severity;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds a second free database (an error) and a second free Key Value instance (a warning).
    ///
    /// ## Why it matters
    ///
    /// A workspace can have one of each: `cannot have more than one active free tier database`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: free
    ///     ipAllowList: []
    ///   - name: users
    ///     plan: free
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: basic-256mb
    ///     ipAllowList: []
    ///   - name: users
    ///     plan: basic-256mb
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects the second one.
    ///
    /// ## References
    ///
    /// - reports of Render's validator in public repositories, 2021 to 2026
    /// - [Deploy for Free](https://render.com/docs/free), read 2026-09
    code: "several-free-datastores",
    summary: "more free datastores than a workspace can have",
    severity: Error,
    category: Validator,
    certainty: Observed,
    facts: ["P05", "P06"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (kinds, severity, facts) in [
        (&[Kind::Postgres], Severity::Error, &["P05"]),
        (&[Kind::KeyValue], Severity::Warning, &["P06"]),
    ] {
        let mut free =
            context.of_kinds(kinds).filter_map(|resource| Some((resource, resource.free_plan()?)));
        let Some((first, first_plan)) = free.next() else { continue };
        let what = if kinds == &[Kind::Postgres] { "database" } else { "Key Value instance" };
        let mut names = vec![first.name.text()];
        for (resource, plan) in free {
            // The same resource twice is reported by `duplicate-name`.
            if names.contains(&resource.name.text()) {
                continue;
            }
            names.push(resource.name.text());
            findings.push(
                Finding::new(
                    plan.span,
                    format!("{}.plan", resource.path),
                    format!("a workspace cannot have more than one free {what}"),
                    "choose a paid plan for one of them",
                )
                .severity(severity)
                .facts(facts)
                .related(first_plan.span, format!("`{}` is also free", first.label()))
                .on(context, resource.id),
            );
        }
    }
}
