//! V01: a branch that previews are pinned to.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `branch` on a service that gets previews.
    ///
    /// ## Why it matters
    ///
    /// Every preview then deploys that branch instead of the pull request's own. Without `branch`, the service follows
    /// the repository's default branch and previews follow their pull request.
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
    /// When that branch is what previews are to show, such as for a service of another repository.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "branch-pins-previews",
    summary: "a branch, which previews are pinned to",
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
        // A service of another repository has no pull request here to follow.
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
                    "previews of `{}` show this branch, not their pull request",
                    resource.label()
                ),
                "drop `branch`, unless it is not the default branch",
            )
            .related(previews, "previews are switched on here")
            .fix(
                "drop `branch`",
                Safety::Unsafe,
                context.drop_setting(resource, "branch"),
            ),
        );
    }
}
