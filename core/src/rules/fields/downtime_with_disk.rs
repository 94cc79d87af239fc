//! C57: a service with a disk, which stops at each deploy.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Notes services with a disk.
    ///
    /// ## Why it matters
    ///
    /// A service with a disk has no zero-downtime deploys: the old instance stops before the new one starts.
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
    /// When a short downtime at each deploy is acceptable.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Persistent Disks](https://render.com/docs/disks), read 2026-09
    code: "downtime-with-disk",
    summary: "a disk, which causes downtime at each deploy",
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
                format!(
                    "`{}` is down for a moment at each deploy, because it has a disk",
                    resource.label()
                ),
                "if that matters, keep the files in a database or an object store",
            ));
        }
    }
}
