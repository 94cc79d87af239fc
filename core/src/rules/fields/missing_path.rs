//! C68: a path that the repository does not have.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, nearest};
use crate::model::{Resource, Setting};
use crate::platform::Kind;
use crate::repository::{Presence, Repository};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds paths that the repository does not have: `rootDir`, `dockerfilePath`, `dockerContext`, a `staticPublishPath`
    /// that no build makes, and paths of a `buildFilter` that match nothing.
    ///
    /// Only the command line sees the repository, and only for a file that git tracks. The rule says nothing where the
    /// code comes from elsewhere (`repo`, `image`, `buildSource`), in a sparse checkout, or below a submodule.
    ///
    /// ## Why it matters
    ///
    /// The build does not find what it looks for, and fails. A filter that matches nothing starts no build at all.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// # repository: render.yaml backend/package.json backend/src/server.js
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     rootDir: bakend
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// # repository: render.yaml backend/package.json backend/src/server.js
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     rootDir: backend
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the path comes with a commit that is not here yet.
    ///
    /// ## References
    ///
    /// - [Monorepo Support](https://render.com/docs/monorepo-support), read 2026-09
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "missing-path",
    summary: "a path that the repository does not have",
    severity: Warning,
    category: Validator,
    certainty: Observed,
    facts: ["C68"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

const SERVICES: &[Kind] =
    &[Kind::Web, Kind::Static, Kind::PrivateService, Kind::Worker, Kind::Cron, Kind::Workflow];

/// Branches that the one that is checked out most likely becomes part of.
const MAIN_BRANCHES: [&str; 2] = ["main", "master"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(repository) = context.repository else { return };
    for service in context.of_kinds(SERVICES).filter(|service| is_from(repository, service)) {
        Paths { context, repository, service }.check(findings);
    }
}

/// Whether the code of a service comes from the repository as it is checked out.
fn is_from(repository: &Repository, service: &Resource) -> bool {
    let elsewhere = ["repo", "image", "buildSource"];
    let branch = service.settings.text("branch");
    let other_branch =
        branch.is_some_and(|one| repository.branch() != Some(one) && !MAIN_BRANCHES.contains(&one));
    !elsewhere.into_iter().any(|field| service.written(field).is_some())
        && service.runtime.text() != Some("image")
        && !other_branch
}

/// The paths of one service.
struct Paths<'a, 'c> {
    context: &'a Context<'c>,
    repository: &'a Repository,
    service: &'a Resource,
}

impl Paths<'_, '_> {
    fn check(&self, findings: &mut Vec<Finding>) {
        let settings = &self.service.settings;
        let root = settings.filled("rootDir").and_then(Setting::text).unwrap_or_default();
        if self.repository.presence("", root) == Presence::Missing {
            // Whatever else is not found is most likely in that folder.
            findings.extend(self.missing("rootDir", self.repository.folders()));
            return;
        }
        // Whether these count from `rootDir` is doubtful (C54), so each may be in either place.
        let is_missing = |name: &&str| {
            let path = settings.filled(name).and_then(Setting::text);
            path.is_some_and(|path| {
                ["", root]
                    .iter()
                    .all(|base| self.repository.presence(base, path) == Presence::Missing)
            })
        };
        let docker = self.service.runtime.text() == Some("docker");
        if docker && is_missing(&"dockerfilePath") {
            findings.extend(self.missing("dockerfilePath", self.repository.files()));
        }
        if docker && is_missing(&"dockerContext") {
            findings.extend(self.missing("dockerContext", self.repository.folders()));
        }
        let is_built = settings.filled("buildCommand").is_some();
        if !is_built && is_missing(&"staticPublishPath") {
            findings.extend(self.missing("staticPublishPath", self.repository.folders()));
        }
        let folder = root.trim().trim_start_matches(['.', '/']).trim_end_matches('/');
        for item in settings.items("buildFilter.paths") {
            let Some(pattern) = item.text().filter(|text| !text.trim().is_empty()) else {
                continue;
            };
            // Paths outside of `rootDir` are another mistake, which `filter-outside-root` reports.
            let inside = pattern.trim().trim_start_matches("./").starts_with(folder);
            if inside && self.repository.matches(pattern) == Presence::Missing {
                findings.push(Finding::on_setting(
                    self.context,
                    self.service,
                    item,
                    format!("no file of the repository matches `{pattern}`"),
                    "correct the pattern: it counts from the root of the repository, and no commit that it was meant for starts a build",
                ));
            }
        }
    }

    /// The finding about a path that is missing; `candidates` are what could be meant.
    fn missing<'r>(
        &self,
        name: &str,
        candidates: impl Iterator<Item = &'r str>,
    ) -> Option<Finding> {
        let setting = self.service.settings.filled(name)?;
        let written = setting.text()?;
        let near = near(written, candidates);
        let help = near.as_ref().map_or_else(
            || "paths count from the root of the repository, and capitals count".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("the repository has no `{written}`");
        let finding = Finding::on_setting(self.context, self.service, setting, message, help);
        Some(match near {
            Some(near) => {
                let edits = vec![TextEdit::replace(setting.span(), near.as_str())];
                finding.fix(format!("write `{near}`"), Safety::Unsafe, edits)
            }
            None => finding,
        })
    }
}

/// The path that is most likely meant: nearly the same name in the same folder, or the only one with that last part.
fn near<'r>(written: &str, candidates: impl Iterator<Item = &'r str>) -> Option<String> {
    let dot = if written.starts_with("./") { "./" } else { "" };
    let path = written.trim().trim_start_matches("./").trim_matches('/');
    let parts = |path: &'r str| path.rsplit_once('/').unwrap_or(("", path));
    let (folder, last) = path.rsplit_once('/').unwrap_or(("", path));
    let candidates: Vec<&str> = candidates.collect();
    let beside = candidates.iter().copied().filter(|other| parts(other).0 == folder);
    let alike = nearest(path, beside);
    let mut same = candidates.iter().copied().filter(|other| parts(other).1 == last);
    let only = match (same.next(), same.next()) {
        (Some(one), None) => Some(one),
        _ => None,
    };
    alike.or(only).map(|near| format!("{dot}{near}"))
}
