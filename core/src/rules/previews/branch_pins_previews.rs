//! V01: a branch that all previews deploy.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `branch` on a service that has previews.
    ///
    /// ## Why it matters
    ///
    /// Every preview then deploys that branch instead of the branch of its pull request. Without `branch`, the service
    /// follows the repository's default branch and previews follow their pull request.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     branch: main
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When previews are meant to deploy that branch, for example for a service from another repository.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "branch-pins-previews",
    summary: "a branch that all previews deploy",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["V01"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let kinds = &[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron, Kind::Static];
    for resource in context.of_kinds(kinds) {
        let Some(branch) = resource.settings.filled("branch") else { continue };
        // A service from another repository has no pull request to follow here.
        if resource.written("repo").is_some() {
            continue;
        }
        let Some(previews) = context.previews_of(resource) else { continue };
        findings.push(
            Finding::on_setting(
                context,
                resource,
                branch,
                format!(
                    "previews of `{}` deploy this branch, not their pull request",
                    resource.label()
                ),
                "remove `branch`, unless it is not the default branch",
            )
            .related(previews, "previews are enabled here")
            .fix(
                "remove `branch`",
                Safety::Unsafe,
                context.drop_setting(resource, "branch"),
            ),
        );
    }
}
