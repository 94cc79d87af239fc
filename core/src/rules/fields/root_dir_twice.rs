//! C69: a command that goes to its root directory again.

use crate::lint::{Context, Finding};
use crate::model::Setting;
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds commands that name the service's own `rootDir`: `cd backend`, or a path such as `backend/requirements.txt`,
    /// with `rootDir: backend`.
    ///
    /// ## Why it matters
    ///
    /// Commands run inside `rootDir`. The folder is then looked for inside itself, and the build or the start fails.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: python
    ///     rootDir: backend
    ///     buildCommand: pip install -r backend/requirements.txt
    ///     startCommand: uvicorn app:app --host 0.0.0.0
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: python
    ///     rootDir: backend
    ///     buildCommand: pip install -r requirements.txt
    ///     startCommand: uvicorn app:app --host 0.0.0.0
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the folder holds another folder of the same name.
    ///
    /// ## References
    ///
    /// - [Monorepo Support](https://render.com/docs/monorepo-support), read 2026-09
    code: "root-dir-twice",
    summary: "a command that goes to its root directory again",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["C69"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

const SERVICES: &[Kind] =
    &[Kind::Web, Kind::Static, Kind::PrivateService, Kind::Worker, Kind::Cron, Kind::Workflow];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for service in context.of_kinds(SERVICES) {
        let Some(root) = service.settings.filled("rootDir").and_then(Setting::text) else {
            continue;
        };
        let root = root.trim_start_matches("./").trim_matches('/');
        // A dot is the repository itself; a name of one or two letters is part of too many others.
        if root.len() < 3 {
            continue;
        }
        for name in ["buildCommand", "preDeployCommand", "startCommand"] {
            let Some(command) = service.settings.get(name) else { continue };
            if !command.text().is_some_and(|text| goes_to(text, root)) {
                continue;
            }
            findings.push(Finding::on_setting(
                context,
                service,
                command,
                format!("`{name}` runs inside `{root}` already, and names it again"),
                format!("drop `{root}` from the command, unless it holds a folder of that name"),
            ));
        }
    }
}

/// Whether a command changes to a folder, or names a file in it by a relative path.
fn goes_to(command: &str, root: &str) -> bool {
    let mut words = command.split(|c: char| {
        c.is_whitespace() || matches!(c, ';' | '&' | '|' | '(' | ')' | '"' | '\'')
    });
    let below = |word: &str| {
        let word = word.trim_start_matches("./");
        word.strip_prefix(root).is_some_and(|rest| rest.starts_with('/') && rest.len() > 1)
    };
    let mut before = "";
    words.any(|word| {
        let enters = before == "cd" && word.trim_start_matches("./").trim_end_matches('/') == root;
        before = word;
        enters || below(word)
    })
}
