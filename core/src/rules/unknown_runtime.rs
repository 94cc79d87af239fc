//! C05, C48: `runtime` is none of Render's, or none of this kind's.

use super::near::nearest;
use super::{Context, Finding};
use crate::diagnostics::Safety;
use crate::facts::{Kind, runtimes_of};
use crate::model::DeclaredKind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `runtime` values other than `docker`, `elixir`, `go`, `image`, `node`, `python`, `ruby`, `rust` and,
    /// on a web service, `static`; a workflow takes `node` and `python`.
    ///
    /// ## Why it matters
    ///
    /// Render refuses the Blueprint: `invalid runtime php`. Versions are chosen by variables such as
    /// `PYTHON_VERSION`; everything else runs with `docker`.
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
    /// Never: Render refuses it.
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
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in &context.blueprint.resources {
        let (DeclaredKind::Stated(kind), Some(written)) = (resource.kind, resource.runtime.present()) else {
            continue;
        };
        let known = runtimes_of(kind);
        if known.is_empty() || known.contains(&written.value.as_str()) {
            continue;
        }
        let head = written.value.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
        let meant = known
            .iter()
            .copied()
            .find(|runtime| head.eq_ignore_ascii_case(runtime) || head == format!("{runtime}js"))
            .or_else(|| nearest(&written.value, known.iter().copied()));
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`? versions are chosen by variables"),
            None if kind == Kind::Workflow => "a workflow takes `node` or `python`".to_owned(),
            None => "use `runtime: docker` with a Dockerfile".to_owned(),
        };
        let edits = meant.map(|meant| TextEdit::replace(written.span, meant)).into_iter().collect();
        findings.push(
            Finding::new(
                written.span,
                format!("{}.runtime", resource.path),
                format!("invalid runtime `{}`", written.value),
                help,
            )
            .on(context, resource.id)
            .fix(format!("write `{}`", meant.unwrap_or_default()), Safety::Unsafe, edits),
        );
    }
}
