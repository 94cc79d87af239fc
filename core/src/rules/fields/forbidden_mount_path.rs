//! C24: a disk with a mount path that Render does not allow.

use crate::lint::{Context, Finding};
use crate::platform::{FORBIDDEN_MOUNT_PATHS, Kind};

rule! {
    /// ## What it does
    ///
    /// Finds disks mounted at `/`, at directories that Render reserves (`/opt/render/project/src`, `/etc`, `/home`, …),
    /// or at a path that is not absolute.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the disk. Directories below these are allowed.
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
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Persistent Disks](https://render.com/docs/disks), read 2026-09
    code: "forbidden-mount-path",
    summary: "a disk with a mount path that Render does not allow",
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
                format!("Render does not allow a disk at `{written}`"),
                "mount it at a directory below, such as `/data`",
            )
        } else {
            continue;
        };
        findings.push(Finding::on_setting(context, resource, setting, message, help));
    }
}
