//! C24: a disk at a path where none can be.

use crate::lint::{Context, Finding};
use crate::platform::{FORBIDDEN_MOUNT_PATHS, Kind};

rule! {
    /// ## What it does
    ///
    /// Finds disks mounted at `/`, at folders that Render keeps for itself (`/opt/render/project/src`, `/etc`, `/home`,
    /// …), or at a path that is not absolute.
    ///
    /// ## Why it matters
    ///
    /// Render refuses the disk. Folders below are fine.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     disk:
    ///       name: data
    ///       mountPath: /opt/render/project/src
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     disk:
    ///       name: data
    ///       mountPath: /opt/render/project/src/data
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render refuses it.
    ///
    /// ## References
    ///
    /// - [Persistent Disks](https://render.com/docs/disks), read 2026-09
    code: "forbidden-mount-path",
    summary: "a disk at a path where none can be mounted",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C24"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker]) {
        let Some(setting) = resource.settings.filled("disk.mountPath") else { continue };
        let Some(written) = setting.text() else { continue };
        let folder = match written.trim_end_matches('/') {
            "" => "/",
            folder => folder,
        };
        let (message, help) = if !written.starts_with('/') {
            (format!("`{written}` is not an absolute path"), "start it with `/`")
        } else if FORBIDDEN_MOUNT_PATHS.contains(&folder) {
            (
                format!("no disk can be mounted at `{written}`"),
                "mount it at a folder below, such as `/data`",
            )
        } else {
            continue;
        };
        findings.push(Finding::on_setting(context, resource, setting, message, help));
    }
}
