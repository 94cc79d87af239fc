//! R01: a `region` that Render does not have.

use crate::diagnostics::Safety;
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern, nearest};
use crate::platform::{FACTS_DATE, Kind, Region};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `region` values other than `oregon`, `ohio`, `virginia`, `frankfurt` and `singapore`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint. Region names of other clouds do not work, and the name must be lower case.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     region: us-east-1
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     region: virginia
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
    code: "unknown-region",
    summary: "a region that Render does not have",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["R01"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::Resources, &["region"], Pattern::NotAWord)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        // Other rules report a region where none is allowed.
        if matches!(resource.kind.kind(), Some(Kind::Static | Kind::Replica)) {
            continue;
        }
        let Some(region) = resource.region.present() else { continue };
        if Region::parse(&region.value).is_some() {
            continue;
        }
        let ids = Region::ALL.map(Region::id);
        let meant =
            Region::likely(&region.value).map(Region::id).or_else(|| nearest(&region.value, ids));
        let help = meant.map_or_else(String::new, |meant| format!("did you mean `{meant}`? "));
        let safety = if meant == Some(region.value.to_ascii_lowercase().trim()) {
            Safety::Safe
        } else {
            Safety::Unsafe
        };
        findings.push(
            Finding::new(
                region.span,
                format!("{}.region", resource.path),
                format!("unknown region `{}`", region.value),
                format!("{help}Render has {} (read {FACTS_DATE})", ids.join(", ")),
            )
            .on(context, resource.id)
            .fix(
                format!("write `{}`", meant.unwrap_or_default()),
                safety,
                meant.map(|meant| TextEdit::replace(region.span, meant)).into_iter().collect(),
            ),
        );
    }
}
