//! V06: preview environments that never expire.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::Setting;

rule! {
    /// ## What it does
    ///
    /// Finds preview environments without `expireAfterDays`.
    ///
    /// ## Why it matters
    ///
    /// A preview environment stays, and costs money, until its pull request is closed.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you close pull requests quickly.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "endless-previews",
    summary: "preview environments that never expire",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["V06"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(span) = context.previews_on() else { return };
    let root = context.root();
    let former = root.keys.iter().any(|key| key.name == "previewsExpireAfterDays");
    if former || root.previews.get("expireAfterDays").is_some() {
        return;
    }
    let add = |setting: &Setting| context.editor().add_entry(&setting.key, "expireAfterDays: 7");
    let edit = root.previews.get("generation").and_then(add);
    findings.push(
        Finding::new(
            span,
            "previews.generation",
            "preview environments stay until their pull request closes",
            "set `expireAfterDays`: after that many days without activity, Render deletes the preview environment",
        )
        .fix("add `expireAfterDays: 7`", Safety::Unsafe, edit.into_iter().collect()),
    );
}
