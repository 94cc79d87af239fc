//! C40: a build filter with paths outside the root directory.

use crate::diagnostics::Safety;
use crate::edit::quoted;
use crate::lint::{Context, Finding};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `buildFilter.paths` of which none is in `rootDir`.
    ///
    /// ## Why it matters
    ///
    /// With `rootDir`, changes outside it start no build. The paths of a filter are relative to the root of the
    /// repository, so a filter that is written relative to `rootDir` matches nothing, and no commit starts a build.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     rootDir: services/api
    ///     buildFilter:
    ///       paths:
    ///         - src/**
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
    ///     buildFilter:
    ///       paths:
    ///         - services/api/src/**
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you start builds by hand.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "filter-outside-root",
    summary: "a build filter with paths outside the root directory",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["C40"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let kinds =
        &[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron, Kind::Static, Kind::Workflow];
    for resource in context.of_kinds(kinds) {
        let settings = &resource.settings;
        let Some(root) = settings.get("rootDir") else { continue };
        let folder = plain(root.text().unwrap_or_default());
        let paths: Vec<_> = settings.items("buildFilter.paths").collect();
        let Some(first) = paths.first().filter(|_| !folder.is_empty()) else { continue };
        let outside = |path: &str| {
            let path = plain(path);
            !path.is_empty()
                && !path.starts_with('*')
                && !folder.starts_with(path)
                && !path.starts_with(folder)
        };
        if !paths.iter().all(|path| path.text().is_some_and(outside)) {
            continue;
        }
        let edits = paths.iter().map(|path| {
            let now = format!("{folder}/{}", plain(path.text().unwrap_or_default()));
            let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
            let bare = now.starts_with(|c: char| c.is_ascii_alphanumeric())
                && now.chars().all(|c| safe(c) || c == '*');
            TextEdit::replace(path.span(), if bare { now } else { quoted(&now) })
        });
        findings.push(
            Finding::on_setting(
                context,
                resource,
                first,
                format!("no path of this filter is in `{folder}`, so no commit starts a build"),
                "write the paths from the root of the repository",
            )
            .related(root.span(), "changes outside this directory start no build")
            .fix(format!("prepend `{folder}/`"), Safety::Unsafe, edits.collect()),
        );
    }
}

/// A path without the parts that have no meaning: `./` at the start, `/` at the end.
fn plain(path: &str) -> &str {
    path.trim().trim_start_matches("./").trim_start_matches('/').trim_end_matches('/')
}
