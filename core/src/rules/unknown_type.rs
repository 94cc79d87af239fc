//! C04, C20: `type` is none of Render's.

use super::near::nearest;
use super::{Context, Finding};
use crate::diagnostics::Safety;
use crate::facts::{Kind, KindReading, read_kind};
use crate::model::Declaration;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `type` values other than `web`, `pserv`, `worker`, `cron`, `keyvalue` and `workflow`.
    ///
    /// ## Why it matters
    ///
    /// Render refuses the Blueprint: `unknown type "postgres"`. Databases stand in a list of their own,
    /// `databases`; a static site is `type: web` with `runtime: static`.
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
    /// Never: Render refuses it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "unknown-type",
    summary: "a type of service that Render does not have",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C04", "C20"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in &context.blueprint.resources {
        let Some(written) = resource.type_field.present() else { continue };
        let reading = read_kind(&written.value);
        let known = matches!(reading, KindReading::Exact(_) | KindReading::Deprecated(_));
        if resource.declaration != Declaration::Service || known {
            continue;
        }
        let types = ["web", "pserv", "worker", "cron", "keyvalue", "workflow"];
        let (help, meant) = match reading.kind() {
            Some(Kind::Postgres) => ("a database stands in the list `databases`, without a type".to_owned(), None),
            Some(Kind::Static) => ("a static site is `type: web` with `runtime: static`".to_owned(), None),
            kind => {
                let meant = kind.and_then(Kind::blueprint_type).or_else(|| nearest(&written.value, types));
                let help = meant.map_or_else(String::new, |meant| format!("did you mean `{meant}`? "));
                (format!("{help}Render has {}", types.join(", ")), meant)
            }
        };
        let edits = meant.map(|meant| TextEdit::replace(written.span, meant)).into_iter().collect();
        findings.push(
            Finding::new(
                written.span,
                format!("{}.type", resource.path),
                format!("unknown type `{}`", written.value),
                help,
            )
            .on(context, resource.id)
            .fix(format!("write `{}`", meant.unwrap_or_default()), Safety::Unsafe, edits),
        );
    }
}
