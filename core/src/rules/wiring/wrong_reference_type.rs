//! W05: `fromService.type` differs from the type of the service.

use crate::diagnostics::{Category, Safety};
use crate::lint::{
    Claim, Context, Finding, NodeSet, Pattern, Reference, ReferenceTarget, Via, declared_here,
};
use crate::model::Present;
use crate::platform::{Kind, KindReading, read_reference_kind};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `fromService.type` values that are not one of Render's types, or not the type of the named service.
    /// `redis` and `keyvalue` count as equal; a static site is `web` or `static`.
    ///
    /// ## Why it matters
    ///
    /// Render looks for the name only among services of that type, and does not find it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: web
    ///           name: auth
    ///           property: hostport
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: pserv
    ///           name: auth
    ///           property: hostport
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "wrong-reference-type",
    summary: "`fromService.type` is not the type of its target",
    severity: Error,
    category: Validator,
    certainty: Observed,
    facts: ["W05"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::FromService, &["type"], Pattern::NotAWord)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let Via::Service(service) = reference.via else { continue };
        if let Some(written) = service.value.kind.present() {
            findings.extend(finding(context, &reference, written));
        }
    }
}

fn finding(
    context: &Context<'_>,
    reference: &Reference<'_>,
    written: &Present<String>,
) -> Option<Finding> {
    let reading = read_reference_kind(&written.value);
    let target = match reference.target {
        Some(ReferenceTarget::Declared(target, how)) if !how.wrong_form => Some(target),
        _ => None,
    };
    // A reference to a database is reported by `wrong-reference-form`.
    if matches!(reference.target, Some(ReferenceTarget::Declared(_, how)) if how.wrong_form) {
        return None;
    }
    let actual = target.and_then(|target| target.kind.kind());
    let known = matches!(reading, KindReading::Exact(_) | KindReading::Deprecated(_));
    let equal = match (reading.kind(), actual) {
        (Some(stated), Some(actual)) => {
            stated == actual || (stated == Kind::Web && actual == Kind::Static)
        }
        _ => true,
    };
    if known && equal {
        return None;
    }
    let right = actual.or(reading.kind()).and_then(Kind::blueprint_type);
    let message = if known {
        let target = target?;
        format!(
            "`{}` is {}, not `{}`",
            target.label(),
            actual.map_or("of another type", Kind::a_words),
            written.value
        )
    } else {
        format!("unknown type `{}`", written.value)
    };
    let help = right.map_or_else(
        || "use the type of the target".to_owned(),
        |right| {
            format!(
                "write `type: {right}`: Render looks for the name only among services of that type"
            )
        },
    );
    let category = if known { Category::Validator } else { Category::Schema };
    let mut finding =
        Finding::new(written.span, format!("{}.type", reference.path()), message, help)
            .category(category)
            .on_reference(context, reference);
    if let Some(target) = target {
        finding = finding
            .related(target.type_field.span().unwrap_or(target.head()), declared_here(target));
    }
    let edits = right.map(|right| TextEdit::replace(written.span, right)).into_iter().collect();
    Some(finding.fix(format!("write `{}`", right.unwrap_or_default()), Safety::Safe, edits))
}
