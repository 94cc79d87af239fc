//! X03: a Key Value instance without an allow list.

use crate::diagnostics::Safety;
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern};
use crate::model::{Declaration, DeclaredKind, Field, MalformedValue};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds Key Value instances without `ipAllowList`.
    ///
    /// ## Why it matters
    ///
    /// The field is required: Render rejects the Blueprint with `must specify IP allow list`. `[]` means internal
    /// connections only, which is nearly always right.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: cache
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList: []
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
    code: "key-value-without-allow-list",
    summary: "a Key Value instance without an allow list",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["X03"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::Service(Kind::KeyValue), &["ipAllowList"], Pattern::MissingOrNull)],
    concludes_from_absence: true,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        if resource.kind != DeclaredKind::Stated(Kind::KeyValue)
            || resource.declaration != Declaration::Service
        {
            continue;
        }
        let (span, edit) = match &resource.ip_allow_list {
            Field::Absent if context.is_misspelt(&resource.keys, "ipAllowList") => continue,
            Field::Absent => {
                let after = resource.written("name").or_else(|| resource.written("type"));
                (
                    resource.head(),
                    after.and_then(|key| context.editor().add_entry(key, "ipAllowList: []")),
                )
            }
            Field::Malformed(malformed) if malformed.found == MalformedValue::Null => {
                let edit = if malformed.span.is_empty() {
                    context.editor().fill(malformed.span, "[]")
                } else {
                    Some(TextEdit::replace(malformed.span, "[]"))
                };
                (malformed.key, edit)
            }
            Field::Malformed(_) | Field::Present(_) => continue,
        };
        findings.push(
            Finding::new(
                span,
                resource.path.clone(),
                format!("`{}` must specify an IP allow list", resource.label()),
                "`ipAllowList: []` allows internal connections only",
            )
            .on(context, resource.id)
            .fix(
                "allow internal connections only",
                Safety::Safe,
                edit.into_iter().collect(),
            ),
        );
    }
}
