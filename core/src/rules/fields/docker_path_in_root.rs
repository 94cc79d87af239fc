//! C54: a Dockerfile looked for outside the root folder.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `dockerfilePath` and `dockerContext` that do not lie in `rootDir`.
    ///
    /// ## Why it matters
    ///
    /// They count from the root of the repository, not from `rootDir`: `rootDir: api` with `dockerfilePath:
    /// ./Dockerfile` takes the Dockerfile at the root of the repository.
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
    /// When the Dockerfile really lies at the root of the repository, or in another folder.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "docker-path-in-root",
    summary: "a Dockerfile that lies outside the root folder",
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
        // Only the bare name looks as if it were meant from there.
        if !matches!(path, "Dockerfile" | "./Dockerfile") {
            continue;
        }
        let inside = format!("./{folder}/Dockerfile");
        findings.push(
            Finding::on_setting(
                context,
                resource,
                setting,
                format!("`{path}` is looked for at the root of the repository, not in `{folder}`"),
                format!("write `{inside}` if it lies there"),
            )
            .related(root.span(), "paths of Docker do not count from here")
            .fix(
                format!("write `{inside}`"),
                Safety::Unsafe,
                vec![TextEdit::replace(setting.span(), inside)],
            ),
        );
    }
}
