//! H07, W36: the bare name of a service as a host, as in docker compose.

use crate::diagnostics::Safety;
use crate::graph::{Cause, CauseKind, EdgeClass, NetEdge};
use crate::lint::{Context, Finding, as_reference, declared_here};
use crate::model::Resource;
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds literals that use the name of a resource in the file as a host: `http://auth:3000`, `redis:6379`, or the
    /// name alone in a variable that holds a host.
    ///
    /// ## Why it matters
    ///
    /// On Render the internal hostname is `<name>-<hash>`, and the hash is unknown until the service exists. The bare
    /// name most likely does not resolve. Render's material contradicts itself on this, so it is a warning.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: AUTH_URL
    ///         value: http://auth:10000
    ///   - type: pserv
    ///     name: auth
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
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: pserv
    ///           name: auth
    ///           property: hostport
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you know that the name resolves.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Private Network](https://render.com/docs/private-network), read 2026-09
    code: "bare-sibling-host",
    summary: "the bare name of a resource as a host",
    severity: Warning,
    category: Network,
    certainty: Observed,
    facts: ["H07", "W36"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, _, to, edge) in context.edges() {
        let node = context.network.node(to);
        let Some(resource) = node.resource.filter(|_| edge.class == EdgeClass::Private) else {
            continue;
        };
        let target = context.blueprint.resource(resource);
        let mut copied: Vec<Finding> =
            edge.causes.iter().filter_map(|cause| own_name(context, cause, edge, target)).collect();
        // Copied by several variables, it is still one text.
        copied.truncate(1);
        findings.append(&mut copied);
        for cause in edge.causes.iter().filter(|cause| cause.kind == CauseKind::Literal) {
            let written = cause.span.slice(context.text);
            // A name with a hash is reported by another rule.
            if !written.eq_ignore_ascii_case(target.label()) {
                continue;
            }
            findings.push(
                Finding::new(
                    cause.span,
                    cause.path.clone(),
                    format!("`{written}` alone most likely does not resolve: the real hostname ends in a hash"),
                    "use a reference, which always holds the right address",
                )
                .related(target.head(), declared_here(target))
                .on_edge(context, cause.consumer, edge)
                .fix("use a reference", Safety::Unsafe, edit(context, cause, target).into_iter().collect()),
            );
        }
    }
}

/// A service's own bare name, in a variable that another one copies: the edge is that of whoever copies it, the text that
/// of the service.
fn own_name(
    context: &Context<'_>,
    cause: &Cause,
    edge: &NetEdge,
    target: &Resource,
) -> Option<Finding> {
    let source = cause.source.as_ref()?;
    let written = source.span.slice(context.text);
    if source.kind != CauseKind::Literal
        || source.owner != target.id
        || !written.eq_ignore_ascii_case(target.label())
    {
        return None;
    }
    let consumer = context.blueprint.resource(cause.consumer);
    Some(
        Finding::new(
            source.span,
            source.path.clone(),
            format!("`{written}` alone most likely does not resolve: the real hostname ends in a hash"),
            format!(
                "let `{}` refer to `{}` with `property: hostport` and put the rest together in its code",
                consumer.label(),
                target.label()
            ),
        )
        .facts(&["H07", "W36"])
        .related(cause.span, format!("`{}` copies it here", consumer.label()))
        .on_edge(context, cause.consumer, edge),
    )
}

/// The value as a reference, if it is only `host` or `host:port`, or a connection string without a password.
fn edit(context: &Context<'_>, cause: &Cause, target: &Resource) -> Option<TextEdit> {
    if !context.connects(context.blueprint.resource(cause.consumer), target) {
        return None;
    }
    let var = context.service_var_at(cause.entry)?;
    let value = var.value.present()?;
    let name = target.name.text()?;
    let text = value.value.text.trim();
    let bare = text.eq_ignore_ascii_case(name);
    let host_and_port = text
        .split_once(':')
        .is_some_and(|(host, port)| host.eq_ignore_ascii_case(name) && port.parse::<u16>().is_ok());
    if !(bare || host_and_port) {
        return None;
    }
    let (form, entries) = match target.kind.kind()? {
        Kind::Postgres | Kind::Replica if bare => {
            ("fromDatabase", vec![("name", name), ("property", "host")])
        }
        kind @ (Kind::Web | Kind::PrivateService) => {
            let property = if bare { "host" } else { "hostport" };
            (
                "fromService",
                vec![("name", name), ("type", kind.blueprint_type()?), ("property", property)],
            )
        }
        Kind::KeyValue if bare => {
            ("fromService", vec![("name", name), ("type", "keyvalue"), ("property", "host")])
        }
        _ => return None,
    };
    as_reference(context, value, (cause.consumer, target.id), form, &entries)
}
