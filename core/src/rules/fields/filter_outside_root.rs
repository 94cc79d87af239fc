//! C40: a build filter that the root folder shuts out.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `buildFilter.paths` of which none lies in `rootDir`.
    ///
    /// ## Why it matters
    ///
    /// Both count: with `rootDir`, changes outside of it start no build, and the paths of a filter are written from the
    /// root of the repository. A filter written from `rootDir` matches nothing, so no commit starts a build.
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
    /// When builds are meant to be started by hand.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "filter-outside-root",
    summary: "a build filter that lies outside the root folder",
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
            let written = path.span().slice(context.text);
            let quote = usize::from(written.starts_with(['"', '\'']));
            let dot = usize::from(written[quote..].starts_with("./")) * 2;
            TextEdit::insert(path.span().start() + quote + dot, format!("{folder}/"))
        });
        findings.push(
            Finding::on_setting(
                context,
                resource,
                first,
                format!("no path of this filter lies in `{folder}`, so no commit starts a build"),
                "write the paths from the root of the repository",
            )
            .related(root.span(), "changes outside of this folder start no build")
            .fix(format!("put `{folder}/` in front"), Safety::Unsafe, edits.collect()),
        );
    }
}

/// A path without what says nothing: `./` in front, `/` behind.
fn plain(path: &str) -> &str {
    path.trim().trim_start_matches("./").trim_start_matches('/').trim_end_matches('/')
}
