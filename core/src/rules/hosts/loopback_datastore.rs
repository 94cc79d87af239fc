//! H05, with its exception H06: a datastore on the loopback address.

use std::collections::BTreeSet;

use crate::conventions::{DATASTORE_PORTS, DATASTORE_SCHEMES, is_datastore_variable, is_loopback};
use crate::diagnostics::{Safety, Severity};
use crate::graph::{LiteralHost, hosts_in};
use crate::lint::{Context, Finding, as_only_datastore, taken_over};
use crate::model::{EnvVar, Resource};
use crate::platform::{DEFAULT_PORT, Kind};

rule! {
    /// ## What it does
    ///
    /// Finds literals that expect a datastore at `localhost` or `127.0.0.1`: by the scheme of a connection string, by a
    /// datastore's port, or in a variable that is named like a datastore's host.
    ///
    /// ## Why it matters
    ///
    /// On Render every service runs on its own, and only the service itself listens on `localhost`. The app fails with
    /// `ECONNREFUSED 127.0.0.1:5432`. A container that includes its own datastore is the exception, so for Docker this
    /// is a warning.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    ///     envVars:
    ///       - key: DATABASE_URL
    ///         value: postgres://localhost:5432/shop
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    ///     envVars:
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders
    ///           property: connectionString
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the container starts that datastore itself.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "loopback-datastore",
    summary: "a datastore expected on `localhost`",
    severity: Error,
    category: Network,
    certainty: Observed,
    facts: ["H05"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for consumer in context.resources {
        let port = own_port(consumer);
        let own = consumer.env_vars.iter();
        findings.extend(own.filter_map(|var| finding(context, consumer, port, var, true)));
    }
    // Of a group, each variable once, for the first service that takes it over.
    let mut seen = BTreeSet::new();
    for consumer in context.resources {
        let port = own_port(consumer);
        for var in taken_over(context, consumer) {
            if let Some(finding) = finding(context, consumer, port, var, false)
                && seen.insert(var.span)
            {
                findings.push(finding);
            }
        }
    }
}

/// The port that a service listens on.
fn own_port(consumer: &Resource) -> u16 {
    consumer.stated_port().unwrap_or(DEFAULT_PORT)
}

/// Whether a literal host is a datastore on the loopback address, and not the service itself or a sidecar.
fn is_datastore_here(
    context: &Context<'_>,
    consumer: &Resource,
    own_port: u16,
    key: &str,
    host: &LiteralHost,
) -> bool {
    if !is_loopback(&host.host.name)
        || host.port == Some(own_port)
        || key.to_ascii_uppercase().contains("SIDECAR")
    {
        return false;
    }
    let scheme = host.scheme.as_deref().is_some_and(|scheme| DATASTORE_SCHEMES.contains(&scheme));
    let port = host.port.is_some_and(|port| DATASTORE_PORTS.contains(&port));
    scheme
        || port
        || (host.port.is_none()
            && host.whole
            && is_datastore_variable(key)
            && is_in_file(context, consumer, key))
}

/// Whether the file has another resource that a variable of that name may mean. Otherwise the container may include its
/// own datastore.
fn is_in_file(context: &Context<'_>, consumer: &Resource, key: &str) -> bool {
    let key = key.to_ascii_uppercase();
    let kinds: &'static [Kind] =
        if ["REDIS", "VALKEY", "CACHE"].iter().any(|word| key.contains(word)) {
            &[Kind::KeyValue]
        } else if ["MYSQL", "MONGO"].iter().any(|word| key.contains(word)) {
            &[Kind::PrivateService]
        } else {
            &[Kind::Postgres, Kind::PrivateService]
        };
    context.of_kinds(kinds).any(|other| other.id != consumer.id)
}

/// What is wrong with a variable, if anything; `own` when it is the service's own, which may take a reference.
fn finding(
    context: &Context<'_>,
    consumer: &Resource,
    own_port: u16,
    var: &EnvVar,
    own: bool,
) -> Option<Finding> {
    let (value, key) = (var.value.present()?, var.key.text()?);
    let hosts = hosts_in(&value.value.text);
    let host =
        hosts.iter().find(|host| is_datastore_here(context, consumer, own_port, key, host))?;
    let container = matches!(consumer.runtime.text(), Some("docker" | "image"));
    let wanted = match host.scheme.as_deref() {
        Some("postgres" | "postgresql") => Some(Kind::Postgres),
        Some("redis" | "rediss" | "valkey") => Some(Kind::KeyValue),
        _ => None,
    };
    let edit = wanted
        .filter(|_| own)
        .and_then(|kind| as_only_datastore(context, value, consumer, kind, "connectionString"));
    let finding = Finding::new(
        value.span,
        format!("{}.value", var.path),
        format!("`{}` expects a datastore on `localhost`", consumer.label()),
        "nothing but the service itself runs there: use `fromDatabase`, or `fromService` for a Key Value instance",
    );
    Some(
        finding
            .severity(if container { Severity::Warning } else { Severity::Error })
            .on(context, consumer.id)
            .fix("use a reference", Safety::Unsafe, edit.into_iter().collect()),
    )
}
