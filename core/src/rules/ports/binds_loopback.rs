//! O05: a start command that listens only on the loopback address.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, option_span, options};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds start commands of web and private services that bind `localhost` or `127.0.0.1`: `--host 127.0.0.1`, `-b
    /// localhost:8000`, `runserver 127.0.0.1:8000`.
    ///
    /// ## Why it matters
    ///
    /// Only the container itself reaches the loopback address. Neither the internet nor another service can connect.
    /// Bind `0.0.0.0`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: python
    ///     buildCommand: pip install .
    ///     startCommand: uvicorn api:app --host 127.0.0.1 --port $PORT
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: python
    ///     buildCommand: pip install .
    ///     startCommand: uvicorn api:app --host 0.0.0.0 --port $PORT
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When another process in the container listens on all addresses and forwards requests.
    ///
    /// ## References
    ///
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    code: "binds-loopback",
    summary: "a start command that listens only on the loopback address",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["O05"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// Options that set where to listen.
const LISTEN: [&str; 10] = [
    "--host",
    "--hostname",
    "--bind",
    "-b",
    "--listen",
    "--address",
    "--addr",
    "--listen-address",
    "runserver",
    "-H",
];

/// Programs whose options set where to connect instead.
const CLIENTS: [&str; 6] = ["psql", "mysql", "redis-cli", "mongo", "pg_", "curl"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService]) {
        for name in ["startCommand", "dockerCommand"] {
            let Some(setting) = resource.settings.get(name) else { continue };
            let Some(command) = setting.text() else { continue };
            if CLIENTS.iter().any(|client| command.contains(client)) {
                continue;
            }
            for (option, value, at) in options(command) {
                let host = value.split(':').next().unwrap_or_default();
                if !LISTEN.contains(&option) || !matches!(host, "localhost" | "127.0.0.1") {
                    continue;
                }
                let place = option_span(context, setting, at, host.len());
                let edit = place.map(|span| TextEdit::replace(span, "0.0.0.0"));
                let mut finding = Finding::on_setting(
                    context,
                    resource,
                    setting,
                    format!("only the container itself can reach `{host}`"),
                    "listen on `0.0.0.0`",
                );
                finding.report.span = place.unwrap_or(finding.report.span);
                findings.push(finding.fix(
                    "listen on `0.0.0.0`",
                    Safety::Unsafe,
                    edit.into_iter().collect(),
                ));
            }
        }
    }
}
