//! V07: `previews.generation: off` on a service.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::{Key, Resource, ValueKind};
use crate::platform::{SchemaNode, renamed_field};
use crate::sort;

rule! {
    /// ## What it does
    ///
    /// Finds `previews.generation: off` on a service.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts it, but Render's reference lists only `manual` and `automatic` for services. Without
    /// the field, previews are off.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     previews:
    ///       generation: "off"
    ///       numInstances: 1
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     previews:
    ///       numInstances: 1
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When Render has accepted it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "previews-generation-off",
    summary: "`previews.generation: off` on a service",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["V07"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        let Some(setting) = resource.settings.get("previews.generation") else { continue };
        if setting.text() != Some("off") {
            continue;
        }
        let beside: Vec<Key> = ["previews.generation", "previews.plan", "previews.numInstances"]
            .iter()
            .filter_map(|name| Some(resource.settings.get(name)?.key.clone()))
            .collect();
        // What is empty goes with it: another fix removes that, and nothing would be left.
        let has_more = beside.iter().filter(|key| key.value_kind != ValueKind::Null).count() > 1;
        let edit = if has_more {
            let mut keys = beside;
            sort::by_key(&mut keys, |key| key.span);
            context.editor().remove_entry(&keys, "generation").into_iter().collect()
        } else {
            context.drop_setting(resource, "previews")
        };
        // Without it, the former field decides.
        let is_former = |key: &Key| renamed_preview(resource, &key.name);
        let safety =
            if resource.keys.iter().any(is_former) { Safety::Unsafe } else { Safety::Safe };
        findings.push(
            Finding::on_setting(
                context,
                resource,
                setting,
                "Render's reference lists no `off` for previews of a service",
                "remove it: without it, previews are off",
            )
            .fix("remove it", safety, edit),
        );
    }
}

/// Whether a field of a service is a former name of one in `previews`.
fn renamed_preview(resource: &Resource, name: &str) -> bool {
    let kind = resource.kind.kind();
    let now = kind.and_then(|kind| renamed_field(SchemaNode::Service(kind), name));
    now.is_some_and(|now| now.starts_with("previews."))
}
