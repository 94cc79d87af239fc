//! O01, O03, O04: a `PORT` that the service cannot bind.

use std::collections::BTreeSet;

use crate::diagnostics::Severity;
use crate::lint::{Context, Finding, taken_over};
use crate::model::{EnvVar, Literal, LiteralForm, Present};
use crate::platform::{Kind, LEAST_OPEN_PORT, RESERVED_PORTS};

rule! {
    /// ## What it does
    ///
    /// Finds `PORT` values on web and private services that are reserved (18012, 18013, 19099) or not a port at all,
    /// and, as a warning, those below 1024.
    ///
    /// ## Why it matters
    ///
    /// The service cannot listen there, so nothing can reach it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: PORT
    ///         value: 18012
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
    ///       - key: PORT
    ///         value: 10000
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// The warning: when the container runs as root and the deploy works.
    ///
    /// ## References
    ///
    /// - [Private Network](https://render.com/docs/private-network), read 2026-09
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "invalid-port",
    summary: "a `PORT` that the service cannot bind",
    severity: Error,
    category: Network,
    certainty: Documented,
    facts: ["O01", "O03", "O04"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService]) {
        let all = resource.env_vars.iter().chain(taken_over(context, resource));
        for var in all.filter(|var| var.key.text() == Some("PORT")) {
            let Some(value) = var.value.present() else { continue };
            if let Some(finding) = finding(var, value).filter(|_| seen.insert(value.span)) {
                findings.push(finding.on(context, resource.id));
            }
        }
    }
}

fn finding(var: &EnvVar, value: &Present<Literal>) -> Option<Finding> {
    let text = value.value.text.trim();
    // An empty text and a shell variable are reported by other rules.
    if value.value.form == LiteralForm::Null || text.is_empty() || text.contains('$') {
        return None;
    }
    let (severity, facts, message, help): (_, &'static [&'static str], _, _) = match text
        .parse::<u16>()
    {
        Ok(port) if RESERVED_PORTS.contains(&port) => (
            Severity::Error,
            &["O01"],
            format!("Render reserves port {port}"),
            "use another port".to_owned(),
        ),
        Ok(0) | Err(_) => (
            Severity::Error,
            &["O04"],
            format!("`{text}` is not a port"),
            format!("write a number from {LEAST_OPEN_PORT} to 65535, or leave `PORT` to Render"),
        ),
        Ok(port) if port < LEAST_OPEN_PORT => (
            Severity::Info,
            &["O03"],
            format!("the service may not be allowed to bind port {port}"),
            format!("use {LEAST_OPEN_PORT} or above"),
        ),
        Ok(_) => return None,
    };
    let finding = Finding::new(value.span, format!("{}.value", var.path), message, help);
    Some(finding.severity(severity).facts(facts))
}
