//! C05, C48: a `runtime` that Render, or this type of service, does not have.

use crate::diagnostics::{Safety, Severity};
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern, nearest};
use crate::platform::{FACTS_DATE, Kind, SchemaNode};
use crate::schema::{Violation, ViolationKind};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `runtime` values other than `docker`, `elixir`, `go`, `image`, `node`, `python`, `ruby`, `rust` and, on a
    /// web service, `static`. A workflow can use `node` and `python`; `docker` on a workflow is a warning.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint: `invalid runtime php`. Variables such as `PYTHON_VERSION` choose the version; all
    /// other languages run with `docker`. For a workflow, the official schema refuses `docker`, but Render's validator
    /// accepts it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: python-3.11
    ///     buildCommand: pip install .
    ///     startCommand: python -m api
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: python
    ///     buildCommand: pip install .
    ///     startCommand: python -m api
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// On a workflow with `docker`, when your syncs work. Otherwise never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "unknown-runtime",
    summary: "a runtime that Render does not have",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C05", "C48"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::All, &["runtime", "env"], Pattern::NotInList)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for violation in context.claimed_by(&RULE) {
        let ViolationKind::NotInList { known, written } = &violation.kind else { continue };
        let workflow = violation.node == SchemaNode::Service(Kind::Workflow);
        if workflow && written == "docker" {
            findings.push(docker_workflow(context, violation));
            continue;
        }
        let head = written.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
        let meant = known
            .iter()
            .copied()
            .find(|runtime| head.eq_ignore_ascii_case(runtime) || head == format!("{runtime}js"))
            .or_else(|| nearest(written, known.iter().copied()));
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`? Variables choose the version"),
            None if workflow => "a workflow needs `node` or `python`".to_owned(),
            None if written == "static" => {
                "static sites are `type: web` with `runtime: static`".to_owned()
            }
            None => "use `runtime: docker` with a Dockerfile".to_owned(),
        };
        let help = format!("{help}; Render has {} (read {FACTS_DATE})", known.join(", "));
        let edits =
            meant.map(|meant| TextEdit::replace(violation.span, meant)).into_iter().collect();
        findings.push(
            Finding::of_violation(
                context,
                violation,
                Severity::Error,
                format!("invalid runtime `{written}`"),
                help,
            )
            .facts(if workflow { &["C48"] } else { &["C05"] })
            .fix(
                format!("write `{}`", meant.unwrap_or_default()),
                Safety::Unsafe,
                edits,
            ),
        );
    }
}

/// A workflow on Docker, which the schema refuses and the validator takes.
fn docker_workflow(context: &Context<'_>, violation: &Violation) -> Finding {
    Finding::of_violation(
        context,
        violation,
        Severity::Warning,
        "the official schema refuses `docker` for a workflow, although Render's validator accepts it",
        "use `node` or `python` if you can; otherwise expect editors to complain",
    )
    .facts(&["C48"])
}
