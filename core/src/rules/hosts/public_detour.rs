//! H01, H02, N15: a call from one service to another through its public URL.

use crate::diagnostics::{Safety, Severity};
use crate::graph::{Answer, Cause, CauseKind, EdgeClass, NetEdge, NodeRef, Reach, Verdict};
use crate::lint::{Context, Finding, as_reference, declared_here};
use crate::model::{EnvVar, Resource};
use crate::platform::{Kind, is_public_address_variable};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds variables that give a service the public URL of another service in the file, as a literal
    /// `https://<name>.onrender.com` or by `envVarKey: RENDER_EXTERNAL_URL`, although the private network could carry
    /// the call.
    ///
    /// ## Why it matters
    ///
    /// The call leaves the private network, goes through Render's public edge and comes back. It is slower and counts
    /// as outbound bandwidth. A literal also breaks in preview environments, and when Render adds a suffix because the
    /// name was taken. A literal is a warning if the private route exists; everything else is a note.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: PEER_URL
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
    ///       - key: PEER_ADDR
    ///         fromService:
    ///           type: web
    ///           name: peer
    ///           property: hostport
    ///   - type: web
    ///     name: peer
    ///     runtime: docker
    /// ```
    ///
    /// `hostport` has no scheme: the code prepends `http://`.
    ///
    /// ## When to ignore it
    ///
    /// When the service passes the address on to a browser. The rule is silent for the usual names of such variables.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    code: "public-detour",
    summary: "a call between two of your services over the public internet",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["H01", "H02", "N15"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, from, to, edge) in context.edges() {
        if edge.class == EdgeClass::Public && edge.verdict == Verdict::Detour {
            findings.extend(
                edge.causes.iter().filter_map(|cause| finding(context, from, to, edge, cause)),
            );
        }
    }
}

fn finding(
    context: &Context<'_>,
    from: NodeRef,
    to: NodeRef,
    edge: &NetEdge,
    cause: &Cause,
) -> Option<Finding> {
    let (caller, callee) = (context.network.node(from), context.network.node(to));
    let target = context.blueprint.resource(callee.resource?);
    let reachable = Reach::private(context.blueprint, caller, callee).answer == Answer::Yes;
    let literal = cause.kind == CauseKind::Literal;
    // If there is no private route, a reference is already the best choice; a private service has no public address at
    // all.
    if !literal && (!reachable || callee.resource_kind() != Some(Kind::Web)) {
        return None;
    }
    // A literal is probably used by the service itself; a reference may also be for a browser.
    let message = if literal {
        format!("`{}` calls `{}` over the public internet", caller.name, callee.name)
    } else {
        format!("`{}` gets the public address of `{}`", caller.name, callee.name)
    };
    let help = if !literal {
        "if the server makes the call, use `property: hostport`: it is private, free and faster; for browsers, leave it"
    } else if reachable {
        "both are on one private network: `property: hostport` is the internal address, free and faster"
    } else {
        "`envVarKey: RENDER_EXTERNAL_URL` always holds the right public address, also in previews"
    };
    let var = context.service_var_at(cause.entry);
    let edits = var.and_then(|var| edits(context, var, cause, target, reachable));
    let title = if reachable { "use the internal address" } else { "use a reference" };
    Some(
        Finding::new(cause.span, cause.path.clone(), message, help)
            .severity(if literal && reachable { Severity::Warning } else { Severity::Info })
            .facts(if literal { &["H01", "H02"] } else { &["N15"] })
            .related(target.head(), declared_here(target))
            .on_edge(context, cause.consumer, edge)
            .fix(title, Safety::Unsafe, edits.unwrap_or_default()),
    )
}

/// The variable with a reference instead, only if the whole value is the address.
fn edits(
    context: &Context<'_>,
    var: &EnvVar,
    cause: &Cause,
    target: &Resource,
    reachable: bool,
) -> Option<Vec<TextEdit>> {
    if let Some(service) = var.from_service.present() {
        // A variable that is copied may hold the address of somebody else.
        let variable = service.value.env_var_key.present()?;
        if !is_public_address_variable(&variable.value) {
            return None;
        }
        let property =
            if variable.value == "RENDER_EXTERNAL_HOSTNAME" { "host" } else { "hostport" };
        return Some(vec![
            TextEdit::replace(variable.key, "property"),
            TextEdit::replace(variable.span, property),
        ]);
    }
    let value = var.value.present()?;
    let written = value.value.text.trim();
    let host = cause.span.slice(context.text);
    if written != format!("https://{host}") && written != format!("https://{host}/") {
        return None;
    }
    let what =
        if reachable { ("property", "hostport") } else { ("envVarKey", "RENDER_EXTERNAL_URL") };
    let entries = [("name", target.label()), ("type", target.kind.kind()?.blueprint_type()?), what];
    let ends = (cause.consumer, target.id);
    Some(vec![as_reference(context, value, ends, "fromService", &entries)?])
}
