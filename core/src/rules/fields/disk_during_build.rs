//! C59, C70: a command that runs before the disk is mounted.

use crate::conventions::migrates;
use crate::lint::{Context, Finding};
use crate::model::{EnvVar, Resource, Setting};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `buildCommand` and `preDeployCommand` that mention the path of the service's disk, and a `preDeployCommand`
    /// that migrates an `SQLite` database which a variable puts there.
    ///
    /// ## Why it matters
    ///
    /// The disk is mounted only at run time. These commands cannot read its files, and whatever they write to the path
    /// is lost.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci && npm run seed -- /var/data/app.db
    ///     startCommand: npm start
    ///     disk:
    ///       name: data
    ///       mountPath: /var/data
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
    ///     startCommand: npm run seed -- /var/data/app.db && npm start
    ///     disk:
    ///       name: data
    ///       mountPath: /var/data
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the command only prints the path or writes it into a configuration file.
    ///
    /// ## References
    ///
    /// - [Persistent Disks](https://render.com/docs/disks), read 2026-09
    code: "disk-during-build",
    summary: "a build command that uses the disk",
    severity: Warning,
    category: Validator,
    certainty: Observed,
    facts: ["C59", "C70"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker]) {
        let Some(disk) = resource.settings.get("disk.mountPath") else { continue };
        let path = disk.text().unwrap_or_default().trim_end_matches('/');
        // A short path is part of too many other paths.
        if path.len() < 4 {
            continue;
        }
        for name in ["buildCommand", "preDeployCommand"] {
            let Some(command) = resource.settings.get(name) else { continue };
            if command.text().is_some_and(|text| names(text, path)) {
                findings.push(
                    Finding::on_setting(
                        context,
                        resource,
                        command,
                        format!("`{name}` uses `{path}`, but the disk is not yet mounted"),
                        "move that to `startCommand` or `initialDeployHook`",
                    )
                    .facts(&["C59"])
                    .related(disk.span(), "the disk is mounted here, only at run time"),
                );
            }
        }
        findings.extend(migration(context, resource, disk, path));
    }
}

/// A pre-deploy command that migrates an `SQLite` database which a variable puts on the disk.
fn migration(
    context: &Context<'_>,
    resource: &Resource,
    disk: &Setting,
    path: &str,
) -> Option<Finding> {
    let command = resource.settings.get("preDeployCommand")?;
    let text = command.text()?;
    if !migrates(text) || names(text, path) {
        return None;
    }
    let holds = |var: &&EnvVar| {
        let value = var.value.present().map(|value| value.value.text.as_str());
        value.is_some_and(|value| {
            let file = ["sqlite", ".db"].iter().any(|sign| value.contains(sign));
            file && names(value.trim_start_matches("sqlite:").trim_start_matches("//"), path)
        })
    };
    let var = resource.env_vars.iter().find(holds)?;
    Some(
        Finding::on_setting(
            context,
            resource,
            command,
            format!(
                "`preDeployCommand` does not see the disk, on which `{}` keeps the database",
                var.name()
            ),
            "migrate when the service starts, in front of the start command",
        )
        .facts(&["C70"])
        .related(var.span, "the database is on the disk here")
        .related(disk.span(), "the disk is mounted here, only at run time"),
    )
}

/// Whether a command mentions a path, and not just one that starts with the same letters.
fn names(command: &str, path: &str) -> bool {
    command.match_indices(path).any(|(at, _)| {
        let before = command[..at].chars().next_back();
        let after = command[at + path.len()..].chars().next();
        let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        !before.is_some_and(|c| inside(c) || c == '/') && !after.is_some_and(inside)
    })
}
