//! C23: a disk on a service with several instances.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `disk` together with `scaling`, or with `numInstances` above 1.
    ///
    /// ## Why it matters
    ///
    /// A disk belongs to one instance; Render rejects more than one.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: search
    ///     runtime: docker
    ///     numInstances: 2
    ///     disk:
    ///       name: data
    ///       mountPath: /data
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: search
    ///     runtime: docker
    ///     disk:
    ///       name: data
    ///       mountPath: /data
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Persistent Disks](https://render.com/docs/disks), read 2026-09
    code: "disk-with-instances",
    summary: "a disk on a service with several instances",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C23"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker]) {
        let Some(disk) = resource.settings.filled("disk") else { continue };
        let many = resource.settings.number("numInstances").is_some_and(|count| count > 1);
        for name in ["scaling", "numInstances"] {
            let Some(setting) = resource.settings.filled(name) else { continue };
            if name == "numInstances" && !many {
                continue;
            }
            findings.push(
                Finding::on_setting(
                    context,
                    resource,
                    setting,
                    format!("`{name}` on a service with a disk, which can run only one instance"),
                    "remove it, or keep the data elsewhere",
                )
                .related(disk.key.span, "the disk is here")
                .fix(
                    format!("remove `{name}`"),
                    Safety::Unsafe,
                    context.drop_setting(resource, name),
                ),
            );
        }
    }
}
