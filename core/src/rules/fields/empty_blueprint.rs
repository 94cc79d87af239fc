//! A file that declares nothing.

use crate::lint::{Context, Finding};
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds files without services, databases, environment groups or projects. An empty file is not reported, because
    /// somebody is about to write it.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts such a file, but a sync creates nothing. Most likely somebody meant to add more, or
    /// the content is commented out.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// version: "1"
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// version: "1"
    /// services:
    ///   - type: pserv
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// While you are writing the file.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "empty-blueprint",
    summary: "a file that declares nothing",
    severity: Info,
    category: Style,
    certainty: Inferred,
    facts: [],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let declares = !context.resources.is_empty()
        || !context.groups.is_empty()
        || !context.projects.is_empty()
        || context.root().keys.iter().any(|key| DECLARING.contains(&key.name.as_str()));
    // Text that cannot be read may declare something, and rejected fields are reported by other rules.
    let unread = !context.syntax_errors.is_empty()
        || !context.further_documents.is_empty()
        || !context.violations.is_empty();
    let text = context.own_text();
    let content = text.trim();
    if declares || unread || content.is_empty() {
        return;
    }
    let start = context.files.get(context.file).span.start() + text.len() - text.trim_start().len();
    let line = content.lines().next().unwrap_or_default().trim_end();
    findings.push(Finding::new(
        Span::new(start, start + line.len()),
        "",
        "this file declares nothing, so a sync creates nothing",
        "declare your resources under `services`, `databases` or `projects`",
    ));
}

/// Root fields whose content other rules check, even if it is empty.
const DECLARING: [&str; 6] =
    ["services", "databases", "envVarGroups", "projects", "ungrouped", "buildSources"];
