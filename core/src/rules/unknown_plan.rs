//! P01, P02, P03, P17: `plan` is none of this kind's.

use super::near::nearest;
use super::phrases::some_of;
use super::{Context, Finding};
use crate::diagnostics::{Safety, Severity};
use crate::platform::{Kind, Place, RETIRED_PLANS, cheapest_paid_plan};
use crate::schema::Problem;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds plans that a kind does not have: `free` on a private service, a background worker or a cron job, plans
    /// of another kind, and other spellings.
    ///
    /// ## Why it matters
    ///
    /// Render refuses the Blueprint: `free not a valid plan for service type worker`. Spellings that differ only in
    /// case or separators are a warning, since official templates contain some.
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
    /// Never: Render refuses it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Deploy for Free](https://render.com/docs/free), read 2026-09
    code: "unknown-plan",
    summary: "a plan that this kind does not have",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["P01", "P02", "P03", "P17"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for shape in context.shape_of(RULE.code) {
        let Problem::NotInList { known, written } = &shape.problem else { continue };
        let kind = match shape.place {
            Place::Service(kind) => kind,
            Place::Database => Kind::Postgres,
            _ => Kind::Web,
        };
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
            (None, _) => format!("its plans are {}", some_of(known)),
        };
        let doubtful = folded.is_some() || RETIRED_PLANS.contains(&written.as_str());
        let severity = if doubtful { Severity::Warning } else { Severity::Error };
        let safety = if folded.is_some() { Safety::Safe } else { Safety::Unsafe };
        let edits = meant.map(|meant| TextEdit::replace(shape.span, meant)).into_iter().collect();
        findings.push(Finding::of_shape(context, shape, severity, message, help).facts(facts).fix(
            format!("write `{}`", meant.unwrap_or_default()),
            safety,
            edits,
        ));
    }
}

fn fold(plan: &str) -> String {
    plan.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
