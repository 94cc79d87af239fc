//! H03: a public address, rightly used, but written by hand.

use super::{Context, Finding};
use crate::diagnostics::Safety;
use crate::emit;
use crate::graph::{CauseKind, EdgeClass, Verdict};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds literals such as `https://<name>.onrender.com` of a service of the file in variables for browsers
    /// (allowed origins, site URLs, webhooks, variables of front-end builds) and on static sites.
    ///
    /// ## Why it matters
    ///
    /// A public address is right there. A reference also fits when Render adds a suffix because the name was taken,
    /// and in preview environments.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: CORS_ORIGIN
    ///         value: https://peer.onrender.com
    ///   - type: web
    ///     name: peer
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
    ///       - key: CORS_ORIGIN
    ///         fromService:
    ///           type: web
    ///           name: peer
    ///           envVarKey: RENDER_EXTERNAL_URL
    ///   - type: web
    ///     name: peer
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the service exists and its name is known to be without a suffix.
    ///
    /// ## References
    ///
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    /// - [Environment Variables](https://render.com/docs/environment-variables), read 2026-09
    code: "public-literal",
    summary: "a public URL of an own service written by hand",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["H03"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, _, to, edge) in context.network.edges() {
        let target = context.network.node(to);
        if edge.class != EdgeClass::Public || edge.verdict != Verdict::Ok || !target.is_declared() {
            continue;
        }
        for cause in edge.causes.iter().filter(|cause| cause.kind == CauseKind::Literal) {
            let reference =
                target.resource_kind().and_then(crate::facts::Kind::blueprint_type).map(|kind| {
                    emit::mapping(&[("name", &target.name), ("type", kind), ("envVarKey", "RENDER_EXTERNAL_URL")])
                });
            let edit = context.var_at(cause.entry).zip(reference).and_then(|(var, reference)| {
                let value = var.value.present()?;
                let whole = value.value.text.trim() == format!("https://{}", cause.span.slice(context.text));
                let editor = context.editor();
                let own_service = context.blueprint.resources.iter().any(|r| r.env_vars.iter().any(|v| v.span == var.span));
                (whole && own_service && editor.starts_line(value.key)).then(|| {
                    let indent = editor.indent_at(value.key.start());
                    let block = emit::entry("fromService", reference, &indent, editor.line_break());
                    TextEdit::replace(value.key.cover(value.span), block)
                })
            });
            findings.push(
                Finding::new(
                    cause.span,
                    cause.path.clone(),
                    format!("the public address of `{}` is written by hand", target.name),
                    "`envVarKey: RENDER_EXTERNAL_URL` also fits a suffix and previews",
                )
                .on_edge(context, cause.consumer, edge)
                .fix("use a reference", Safety::Unsafe, edit.into_iter().collect()),
            );
        }
    }
}
