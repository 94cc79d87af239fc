//! P01, P02, P03, P17: a plan that this type does not have.

use crate::diagnostics::{Safety, Severity};
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern, nearest, some_of};
use crate::platform::{
    FACTS_DATE, FREE_PLAN, Kind, RETIRED_PLANS, SchemaNode, cheapest_paid_plan, is_newer_plan,
};
use crate::schema::{Violation, ViolationKind};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds plans that do not exist for the type: `free` on a private service, a background worker or a cron job,
    /// plans of another type, and other spellings.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint: `free not a valid plan for service type worker`. Spellings that differ only in
    /// case or separators are a warning, since some official templates contain them. So is an id of the usual form that is
    /// newer than our facts, such as `3c-6g`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    ///     plan: free
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    ///     plan: starter
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the plan is newer than the date that the message names. Otherwise never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Deploy for Free](https://render.com/docs/free), read 2026-09
    code: "unknown-plan",
    summary: "a plan that this type does not have",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["P01", "P02", "P03", "P17"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::All, &["plan", "previewPlan"], Pattern::NotInList)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for violation in context.claimed_by(&RULE) {
        let ViolationKind::NotInList { known, written } = &violation.kind else { continue };
        let kind = match violation.node {
            SchemaNode::Service(kind) => kind,
            SchemaNode::Database => Kind::Postgres,
            _ => Kind::Web,
        };
        if is_newer_plan(kind, written) {
            findings.push(newer(context, violation, kind, written));
            continue;
        }
        let folded = known.iter().copied().find(|plan| fold(plan) == fold(written));
        let free = written == "free";
        let (facts, meant): (&'static [&'static str], _) = match folded {
            Some(plan) => (&["P03"], Some(plan)),
            None if free => (&["P01"], cheapest_paid_plan(kind)),
            None if kind == Kind::Cron => (&["P17"], nearest(written, known.iter().copied())),
            None => (&["P02"], nearest(written, known.iter().copied())),
        };
        let message = if free {
            format!("`free` is not a valid plan for {}", kind.a_words())
        } else {
            format!("`{written}` is not a plan of {}", kind.a_words())
        };
        let help = match (meant, free) {
            (Some(meant), true) => format!("the smallest plan is `{meant}`"),
            (Some(meant), false) => format!("did you mean `{meant}`?"),
            (None, _) => format!("valid plans are {}", some_of(known)),
        };
        let doubtful = folded.is_some() || RETIRED_PLANS.contains(&written.as_str());
        let severity = if doubtful { Severity::Warning } else { Severity::Error };
        // Whether Render reads `Free` as the free plan is not documented, and that plan changes what the service can do.
        let is_sure = folded.is_some_and(|plan| plan != FREE_PLAN);
        let safety = if is_sure { Safety::Safe } else { Safety::Unsafe };
        let edits =
            meant.map(|meant| TextEdit::replace(violation.span, meant)).into_iter().collect();
        findings.push(
            Finding::of_violation(context, violation, severity, message, help).facts(facts).fix(
                format!("write `{}`", meant.unwrap_or_default()),
                safety,
                edits,
            ),
        );
    }
}

/// A plan id that the tables do not hold, but that may exist by now.
fn newer(context: &Context<'_>, violation: &Violation, kind: Kind, written: &str) -> Finding {
    let message = format!("`{written}` was no plan of {} on {FACTS_DATE}", kind.a_words());
    let help =
        "fine if Render has added it since; otherwise check it against Render's list of plans";
    Finding::of_violation(context, violation, Severity::Warning, message, help).facts(&["P02"])
}

fn fold(plan: &str) -> String {
    plan.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
