//! V17: previews of a service that has none of its own.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, kind_words};
use crate::platform::{Kind, makes_previews};

rule! {
    /// ## What it does
    ///
    /// Finds `previews.generation` other than `off` on private services and background workers.
    ///
    /// ## Why it matters
    ///
    /// Service previews are for web services and static sites. A private service or a worker is copied only with a whole
    /// preview environment, which the `previews` at the root of the file decide; there, `previews.plan` and
    /// `previews.numInstances` of the service apply.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
    ///     previews:
    ///       generation: automatic
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    /// services:
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you know better: the page about service previews is short.
    ///
    /// ## References
    ///
    /// - [Service Previews](https://render.com/docs/service-previews), read 2026-11
    code: "previews-of-internal-service",
    summary: "previews of a private service or a worker",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["V17"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for service in context.of_kinds(&[Kind::PrivateService, Kind::Worker]) {
        let Some(setting) = service.settings.get("previews.generation") else { continue };
        if !setting.text().is_some_and(makes_previews) {
            continue;
        }
        let alone =
            service.settings.iter().filter(|one| one.name.starts_with("previews.")).count() == 1;
        let edits = if alone { context.drop_setting(service, "previews") } else { Vec::new() };
        findings.push(
            Finding::on_setting(
                context,
                service,
                setting,
                format!("{} has no previews of its own", kind_words(service)),
                "switch on preview environments with `previews` at the root of the file, or remove it",
            )
            .fix("remove `previews`", Safety::Unsafe, edits),
        );
    }
}
