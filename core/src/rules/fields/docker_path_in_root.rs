//! C54: a Dockerfile outside the root directory.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `dockerfilePath` and `dockerContext` that are not in `rootDir`.
    ///
    /// ## Why it matters
    ///
    /// They are relative to the root of the repository, not to `rootDir`: `rootDir: api` with `dockerfilePath:
    /// ./Dockerfile` uses the Dockerfile at the root of the repository.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     rootDir: services/api
    ///     dockerfilePath: ./Dockerfile
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     rootDir: services/api
    ///     dockerfilePath: ./services/api/Dockerfile
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the Dockerfile really is at the root of the repository, or in another directory.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "docker-path-in-root",
    summary: "a Dockerfile outside the root directory",
    severity: Info,
    category: Validator,
    certainty: Documented,
    facts: ["C54"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron]) {
        let Some(root) = resource.settings.get("rootDir") else { continue };
        let folder =
            root.text().unwrap_or_default().trim().trim_start_matches("./").trim_matches('/');
        if folder.is_empty() || folder == "." || resource.runtime.text() != Some("docker") {
            continue;
        }
        let Some(setting) = resource.settings.filled("dockerfilePath") else { continue };
        let path = setting.text().unwrap_or_default();
        // Only a bare file name looks as if it were relative to `rootDir`.
        if !matches!(path, "Dockerfile" | "./Dockerfile") {
            continue;
        }
        let inside = format!("./{folder}/Dockerfile");
        findings.push(
            Finding::on_setting(
                context,
                resource,
                setting,
                format!(
                    "`{path}` may be looked for at the root of the repository, not in `{folder}`"
                ),
                format!("write `{inside}` if it is there and a build does not find it"),
            )
            .related(
                root.span(),
                "Render's reference counts Docker paths from the root of the repository",
            )
            .fix(
                format!("write `{inside}`"),
                Safety::Unsafe,
                vec![TextEdit::replace(setting.span(), inside)],
            ),
        );
    }
}
