//! H03: a public address that is needed, but written by hand.

use crate::diagnostics::Safety;
use crate::graph::{CauseKind, EdgeClass, Verdict};
use crate::lint::{Context, Finding, as_reference};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds literals such as `https://<name>.onrender.com` of a service in the file, in variables for browsers
    /// (allowed origins, site URLs, webhooks, variables of front-end builds) and on static sites.
    ///
    /// ## Why it matters
    ///
    /// A public address is right here. But a reference stays right in preview environments, and when Render adds a
    /// suffix because the name was taken.
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
    /// When the service exists and you know that its name has no suffix.
    ///
    /// ## References
    ///
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    /// - [Environment Variables](https://render.com/docs/environment-variables), read 2026-09
    code: "public-literal",
    summary: "the public URL of one of your services, written by hand",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["H03"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, _, to, edge) in context.edges() {
        let target = context.network.node(to);
        if edge.class != EdgeClass::Public || edge.verdict != Verdict::Ok || !target.is_declared() {
            continue;
        }
        let public = target.resource_kind().is_some_and(Kind::has_public_name);
        let routes = edge.causes.iter().filter(|cause| cause.kind == CauseKind::Route && public);
        for cause in routes {
            let message = format!("the public address of `{}` is written by hand", target.name);
            let help = "compare it with the Dashboard: Render adds a suffix where the name is taken, and a route takes no reference";
            findings.push(Finding::new(cause.span, cause.path.clone(), message, help).on_edge(
                context,
                cause.consumer,
                edge,
            ));
        }
        for cause in edge.causes.iter().filter(|cause| cause.kind == CauseKind::Literal) {
            let kind = target.resource_kind().and_then(Kind::blueprint_type);
            let edit = context.service_var_at(cause.entry).zip(kind).and_then(|(var, kind)| {
                let value = var.value.present()?;
                let whole = value.value.text.trim()
                    == format!("https://{}", cause.span.slice(context.text));
                let entries = [
                    ("name", target.name.as_str()),
                    ("type", kind),
                    ("envVarKey", "RENDER_EXTERNAL_URL"),
                ];
                let ends = (cause.consumer, target.resource?);
                whole.then(|| as_reference(context, value, ends, "fromService", &entries))?
            });
            let before = &context.text[..cause.span.start()];
            let web = ["https://", "http://"].iter().any(|scheme| before.ends_with(scheme));
            let variable = if web { "RENDER_EXTERNAL_URL" } else { "RENDER_EXTERNAL_HOSTNAME" };
            let alone = context
                .service_var_at(cause.entry)
                .and_then(|var| var.value.present())
                .is_some_and(|value| {
                    let text = value.value.text.trim().trim_end_matches('/');
                    let address = text.split_once("://").map_or(text, |(_, address)| address);
                    address == cause.span.slice(context.text)
                });
            let help = if alone {
                format!(
                    "`envVarKey: {variable}` stays right in previews, and if Render adds a suffix"
                )
            } else {
                format!(
                    "a variable with `envVarKey: {variable}` stays right in previews, and if Render adds a suffix; let the code add the rest"
                )
            };
            findings.push(
                Finding::new(
                    cause.span,
                    cause.path.clone(),
                    format!("the public address of `{}` is written by hand", target.name),
                    help,
                )
                .on_edge(context, cause.consumer, edge)
                .fix("use a reference", Safety::Unsafe, edit.into_iter().collect()),
            );
        }
    }
}
