//! X01, X02: a Postgres database that is open to the internet.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::{DeclaredKind, Field, Resource};
use crate::platform::Kind;
use crate::text::{Span, TextEdit};

rule! {
    /// ## What it does
    ///
    /// Finds Postgres databases without `ipAllowList`, and those whose list contains `0.0.0.0/0`.
    ///
    /// ## Why it matters
    ///
    /// A new database without a list is open to every address; only its password protects it. Private traffic ignores
    /// the list, so your own services need no entry.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// List only the ranges that need access from outside.
    ///
    /// ## When to ignore it
    ///
    /// When somebody must connect from changing addresses. A list of ranges is still better.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Inbound IP Rules](https://render.com/docs/inbound-ip-rules), read 2026-09
    code: "open-database",
    summary: "a Postgres database that is open to the internet",
    severity: Warning,
    category: Exposure,
    certainty: Documented,
    facts: ["X01", "X02"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        if resource.kind != DeclaredKind::Stated(Kind::Postgres) {
            continue;
        }
        match &resource.ip_allow_list {
            Field::Absent => {
                let edit = resource
                    .written("name")
                    .or_else(|| resource.keys.first())
                    .and_then(|key| context.editor().add_entry(key, "ipAllowList: []"));
                let message =
                    format!("`{}` is open to the internet: it has no allow list", resource.label());
                let finding = finding(context, resource, resource.head(), message, &["X01"]);
                findings.push(finding.fix(
                    "close it to the internet",
                    Safety::Unsafe,
                    edit.into_iter().collect(),
                ));
            }
            Field::Present(list) => {
                let everything = list.value.iter().find(|rule| rule.is_everything());
                let Some(rule) = everything else { continue };
                let span = rule.source.as_ref().map_or(rule.span, |(_, span)| *span);
                let message = format!(
                    "`{}` is open to the internet: this range includes every address",
                    resource.label()
                );
                let finding = finding(context, resource, span, message, &["X02"]);
                let only = list.value.len() == 1;
                let edits = if only {
                    let editor = context.editor();
                    let gone = Span::new(list.key.end(), list.span.end());
                    let gone = if gone.slice(context.text).contains('\n') {
                        editor.with_remark(gone)
                    } else {
                        gone
                    };
                    let remarks = editor.remarks_of(gone, list.span.start());
                    let text = format!("ipAllowList: []{remarks}");
                    vec![TextEdit::replace(list.key.cover(gone), text)]
                } else {
                    Vec::new()
                };
                findings.push(finding.fix("close it to the internet", Safety::Unsafe, edits));
            }
            Field::Malformed(_) => {}
        }
    }
}

fn finding(
    context: &Context<'_>,
    resource: &Resource,
    span: Span,
    message: String,
    facts: &'static [&'static str],
) -> Finding {
    let help = "`ipAllowList: []` closes it to all but your own services, which need no entry; or list the ranges that need access";
    Finding::new(span, format!("{}.ipAllowList", resource.path), message, help)
        .facts(facts)
        .on(context, resource.id)
}
