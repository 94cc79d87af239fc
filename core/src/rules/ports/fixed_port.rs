//! O06: a start command that listens on a port other than `PORT`.

use crate::conventions::DATASTORE_PORTS;
use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, option_span, options};
use crate::model::Resource;
use crate::platform::{DEFAULT_PORT, Kind};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds start commands of web services with a fixed port (`--port 8000`, `-p 3000`, `--bind 0.0.0.0:8080`) that is
    /// neither 10000 nor the `PORT` in the file.
    ///
    /// ## Why it matters
    ///
    /// Render sends requests to `PORT`, which is 10000 by default. It often detects another port, but then the first
    /// deploy may time out or restart.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: python
    ///     buildCommand: pip install .
    ///     startCommand: uvicorn api:app --host 0.0.0.0 --port 8000
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
    /// When the deploy is stable, or the port is not for public requests.
    ///
    /// ## References
    ///
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "fixed-port",
    summary: "a start command with a fixed port",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["O06"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// Options whose value is a port, or an address with one.
const PORTS: [&str; 7] = ["--port", "-p", "--bind", "-b", "--listen", "runserver", "--addr"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web]) {
        for name in ["startCommand", "dockerCommand"] {
            let Some(setting) = resource.settings.get(name) else { continue };
            let Some(command) = setting.text() else { continue };
            // A command that uses the variable, or listens twice, does this on purpose.
            if command.contains("PORT") {
                continue;
            }
            let mut fixed = options(command).filter_map(|(option, value, at)| {
                let digits = value.rsplit(':').next().unwrap_or_default();
                // Without an address, `-b` means a size in some servers.
                if matches!(option, "-b" | "--bind") && digits.len() == value.len() {
                    return None;
                }
                let port: u16 = digits.parse().ok().filter(|port| *port >= 80)?;
                PORTS.contains(&option).then_some((
                    port,
                    at + value.len() - digits.len(),
                    digits.len(),
                ))
            });
            let (Some((port, at, length)), None) = (fixed.next(), fixed.next()) else { continue };
            if port == DEFAULT_PORT
                || DATASTORE_PORTS.contains(&port)
                || sets_port(context, resource, port)
            {
                continue;
            }
            let place = option_span(context, setting, at, length);
            let edit = place.map(|span| TextEdit::replace(span, "$PORT"));
            let mut finding = Finding::on_setting(
                context,
                resource,
                setting,
                format!(
                    "`{}` listens on {port}, but Render sends requests to `PORT`",
                    resource.label()
                ),
                "listen on `$PORT`, or set the variable `PORT`",
            );
            finding.report.span = place.unwrap_or(finding.report.span);
            findings.push(finding.fix(
                "listen on `$PORT`",
                Safety::Unsafe,
                edit.into_iter().collect(),
            ));
        }
    }
}

/// Whether the file sets `PORT` to that port, or may: a linked group may be outside the file.
fn sets_port(context: &Context<'_>, resource: &Resource, port: u16) -> bool {
    let stated =
        |vars: &[crate::model::EnvVar]| vars.iter().any(|var| var.key.text() == Some("PORT"));
    match resource.stated_port() {
        Some(stated) => stated == port,
        None => {
            stated(&resource.env_vars)
                || resource.env_vars.iter().any(|var| {
                    var.from_group.text().is_some_and(|name| {
                        context
                            .blueprint
                            .find_group(name, resource.scope)
                            .is_none_or(|group| stated(&context.blueprint.groups[group.0].env_vars))
                    })
                })
        }
    }
}
