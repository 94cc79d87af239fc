//! C57: a service with a disk stops for each deploy.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Points out services with a disk.
    ///
    /// ## Why it matters
    ///
    /// Zero-downtime deploys are off for a service with a disk: the old instance stops before the new one starts.
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
    ///       mountPath: /data
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When a short stop at each deploy is fine.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Persistent Disks](https://render.com/docs/disks), read 2026-09
    code: "downtime-with-disk",
    summary: "a disk, which means a short stop at each deploy",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["C57"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker]) {
        if let Some(disk) = resource.settings.filled("disk") {
            findings.push(Finding::on_setting(
                context,
                resource,
                disk,
                format!("`{}` stops for a moment at each deploy: it has a disk", resource.label()),
                "keep files in a database or an object store where that matters",
            ));
        }
    }
}
