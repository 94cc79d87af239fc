//! C29, C32, C42, C43, Y12: a word that is not allowed in its field.

use crate::diagnostics::{Safety, Severity};
use crate::edit::quoted;
use crate::lint::{Claim, Context, Finding, Pattern, nearest};
use crate::platform::{FACTS_DATE, SchemaNode, is_newer_number};
use crate::schema::{Violation, ViolationKind};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds values that are not in the fixed list of their field: `autoDeployTrigger`, `previews.generation`,
    /// `postgresMajorVersion`, `connectionPool`, `maxmemoryPolicy`, `persistenceMode`, `isolation` and similar fields.
    /// Other rules check types, runtimes, plans, regions and properties. A version above the last one that our facts hold is
    /// a warning: it may be newer than they are.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint. Case and separators matter: Render's API writes `allkeys_lru`, a Blueprint
    /// `allkeys-lru`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: queue
    ///     ipAllowList: []
    ///     maxmemoryPolicy: no_eviction
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: keyvalue
    ///     name: queue
    ///     ipAllowList: []
    ///     maxmemoryPolicy: noeviction
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the version is newer than the date that the message names. Otherwise never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "unknown-value",
    summary: "a word that is not allowed in its field",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C01", "C02", "C03", "C29", "C42", "C43"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::every_field(Pattern::NotInList)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(context.claimed_by(&RULE).filter_map(|violation| finding(context, violation)));
}

fn finding(context: &Context<'_>, violation: &Violation) -> Option<Finding> {
    let ViolationKind::NotInList { known, written } = &violation.kind else { return None };
    if is_newer_number(known, written) {
        return Some(newer(context, violation, known, written));
    }
    let likely = likely(&violation.field, written).filter(|word| known.contains(word));
    let meant = likely.or_else(|| nearest(written, known.iter().copied()));
    let list = known.join(", ");
    let help = meant.map_or_else(
        || format!("use {list}"),
        |meant| format!("did you mean `{meant}`? Allowed: {list}"),
    );
    let message = if written.is_empty() {
        format!("`{}` is empty", violation.field)
    } else {
        format!("`{}` cannot be `{written}`", violation.field)
    };
    // Without quotes, older readers take `off` for a boolean.
    let text = meant.map(|meant| if meant == "off" { quoted(meant) } else { meant.to_owned() });
    let title = format!("write `{}`", text.as_deref().unwrap_or_default());
    let edits = text.map(|text| TextEdit::replace(violation.span, text)).into_iter().collect();
    Some(
        Finding::of_violation(context, violation, Severity::Error, message, help)
            .facts(facts(violation))
            .fix(title, Safety::Unsafe, edits),
    )
}

/// A number above the last one of the tables, which may exist by now.
fn newer(context: &Context<'_>, violation: &Violation, known: &[&str], written: &str) -> Finding {
    let message = format!("`{written}` was no value of `{}` on {FACTS_DATE}", violation.field);
    let help =
        format!("fine if Render has added it since; on that day it had {}", known.join(", "));
    Finding::of_violation(context, violation, Severity::Warning, message, help)
        .facts(facts(violation))
}

/// Words from other tools, from older documentation and from everyday language.
fn likely(field: &str, written: &str) -> Option<&'static str> {
    Some(match (field, written.to_ascii_lowercase().as_str()) {
        ("generation", "auto_preview" | "auto" | "on" | "true" | "yes") => "automatic",
        ("autoDeployTrigger", "on" | "yes" | "true" | "push" | "always") => "commit",
        (
            "autoDeployTrigger" | "generation" | "persistenceMode",
            "no" | "false" | "none" | "never",
        ) => "off",
        ("isolation" | "protection", "true" | "yes" | "on" | "protected" | "isolated") => "enabled",
        ("isolation" | "protection", "false" | "no" | "off" | "unprotected") => "disabled",
        _ => return None,
    })
}

fn facts(violation: &Violation) -> &'static [&'static str] {
    match (violation.node, violation.field.as_str()) {
        (_, "postgresMajorVersion") => &["C29"],
        (SchemaNode::Networking | SchemaNode::Permissions, _) => &["C42"],
        (_, "version") => &["C43"],
        (SchemaNode::Root | SchemaNode::RootPreviews, _) => &["C01"],
        (SchemaNode::Database, _) => &["C03"],
        _ => &["C02"],
    }
}
