//! C04: a service type that Render does not have.

use crate::diagnostics::{Safety, Severity};
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern, nearest};
use crate::platform::{Kind, SERVICE_TYPES, read_kind, renamed_kind};
use crate::schema::{Violation, ViolationKind};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `type` values other than `web`, `pserv`, `worker`, `cron`, `keyvalue` and `workflow`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint: `unknown type "postgres"`. Databases have a list of their own, `databases`; a
    /// static site is `type: web` with `runtime: static`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: private_service
    ///     name: auth
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
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
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "unknown-type",
    summary: "a service type that Render does not have",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C04"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::Services, &["type"], Pattern::NotInList)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for violation in context.claimed_by(&RULE) {
        let ViolationKind::NotInList { written, .. } = &violation.kind else { continue };
        let types = SERVICE_TYPES.into_iter().filter(|text| renamed_kind(text).is_none());
        let list = types.clone().collect::<Vec<_>>().join(", ");
        let (help, meant) = match read_kind(written).kind() {
            Some(Kind::Static) => {
                ("a static site is `type: web` with `runtime: static`".to_owned(), None)
            }
            kind => {
                let meant = kind.and_then(Kind::blueprint_type).or_else(|| nearest(written, types));
                let help =
                    meant.map_or_else(String::new, |meant| format!("did you mean `{meant}`? "));
                (format!("{help}Render has {list}"), meant)
            }
        };
        let edits =
            meant.map(|meant| TextEdit::replace(violation.span, meant)).into_iter().collect();
        let message = if written.is_empty() {
            "`type` is empty".to_owned()
        } else {
            format!("unknown type `{written}`")
        };
        findings.push(
            Finding::of_violation(context, violation, Severity::Error, message, help)
                .fix(format!("write `{}`", meant.unwrap_or_default()), Safety::Unsafe, edits)
                .fix(
                    "write `web` with `runtime: static`",
                    Safety::Unsafe,
                    static_site(context, violation),
                ),
        );
    }
}

/// Edits that rewrite `type: static` as what it means.
fn static_site(context: &Context<'_>, violation: &Violation) -> Vec<TextEdit> {
    let means_site = matches!(&violation.kind, ViolationKind::NotInList { written, .. }
        if read_kind(written).kind() == Some(Kind::Static));
    let key = violation.siblings.named("type").next().filter(|_| means_site);
    let Some(key) = key else { return Vec::new() };
    let mut edits = vec![TextEdit::replace(violation.span, "web")];
    match violation.siblings.iter().find(|key| matches!(key.name.as_str(), "runtime" | "env")) {
        Some(runtime) if runtime.value.slice(context.text) == "static" => {}
        Some(runtime) => edits.push(TextEdit::replace(runtime.value, "static")),
        None => match context.editor().add_entry(key, "runtime: static") {
            Some(runtime) => edits.push(runtime),
            None => return Vec::new(),
        },
    }
    edits
}
