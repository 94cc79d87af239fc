//! H13: a service's own public address, written by hand.

use crate::diagnostics::Safety;
use crate::graph::Sibling;
use crate::lint::{Context, Finding, HostInValue, VariableOwner, as_reference, hosts_in_values};
use crate::model::Resource;
use crate::platform::{Kind, ONRENDER_SUFFIX};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `https://<name>.onrender.com` in a variable of the service with that name.
    ///
    /// ## Why it matters
    ///
    /// Render gives every web service and static site its own address in `RENDER_EXTERNAL_URL`. It is right even if
    /// Render added a suffix because the name was taken, and in previews.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: PUBLIC_ADDRESS
    ///         value: https://api.onrender.com
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
    ///       - key: PUBLIC_ADDRESS
    ///         fromService:
    ///           name: api
    ///           type: web
    ///           envVarKey: RENDER_EXTERNAL_URL
    /// ```
    ///
    /// Or let the app read `RENDER_EXTERNAL_URL`.
    ///
    /// ## When to ignore it
    ///
    /// When the service exists and you know that its name has no suffix.
    ///
    /// ## References
    ///
    /// - [Environment Variables](https://render.com/docs/environment-variables), read 2026-09
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "own-public-url",
    summary: "a service's own public address, written by hand",
    severity: Info,
    category: Style,
    certainty: Inferred,
    facts: ["H13"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for found in hosts_in_values(context) {
        let (VariableOwner::Resource(service), Some(Sibling::Public(target))) =
            (found.owner, found.sibling(context))
        else {
            continue;
        };
        let public = service.kind.kind().is_some_and(Kind::has_public_name);
        // Labels before the name make it another domain, not this service.
        let plain = found
            .literal
            .host
            .name
            .strip_suffix(ONRENDER_SUFFIX)
            .is_some_and(|label| !label.contains('.'));
        if target != service.id || !public || !plain {
            continue;
        }
        findings.push(
            Finding::new(
                found.host_span(context),
                found.path(),
                format!("`{}` has its own public address written by hand", service.label()),
                format!("`{}` always holds the right one, also in previews", variable(&found)),
            )
            .on(context, service.id)
            .fix(
                "use a reference",
                Safety::Unsafe,
                edit(context, &found, service).into_iter().collect(),
            ),
        );
    }
}

/// The variable that holds the address in the same form: a bare host has no scheme.
fn variable(found: &HostInValue<'_>) -> &'static str {
    match found.literal.scheme.as_deref() {
        Some("http" | "https") => "RENDER_EXTERNAL_URL",
        _ => "RENDER_EXTERNAL_HOSTNAME",
    }
}

/// The value as a reference, if it is only the address.
fn edit(context: &Context<'_>, found: &HostInValue<'_>, service: &Resource) -> Option<TextEdit> {
    let host = &found.literal.host.name;
    let text = found.value.value.text.trim();
    let variable = if text.eq_ignore_ascii_case(host) {
        "RENDER_EXTERNAL_HOSTNAME"
    } else if text.trim_end_matches('/').eq_ignore_ascii_case(&format!("https://{host}")) {
        "RENDER_EXTERNAL_URL"
    } else {
        return None;
    };
    let entries = [("name", service.label()), ("type", "web"), ("envVarKey", variable)];
    as_reference(context, found.value, (service.id, service.id), "fromService", &entries)
}
