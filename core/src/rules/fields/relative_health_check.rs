//! C34: a health check path without a leading slash.

use crate::diagnostics::Safety;
use crate::edit::quoted;
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern};
use crate::platform::Kind;
use crate::rules::yaml::pasted_characters::is_pasted;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `healthCheckPath` that does not start with `/`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects it. It is a path on the service, not a URL.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     healthCheckPath: healthz
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     healthCheckPath: /healthz
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "relative-health-check",
    summary: "a health check path without a leading slash",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C34"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::Services, &["healthCheckPath"], Pattern::NotAWord)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web]) {
        let Some(setting) = resource.settings.filled("healthCheckPath") else { continue };
        let relative = |path: &&str| !path.starts_with('/') && !is_pasted(path);
        let Some(path) = setting.text().filter(relative) else { continue };
        let finding = Finding::on_setting(
            context,
            resource,
            setting,
            format!("`{path}` does not start with `/`"),
            "write only the path, from the root of the service",
        );
        let span = setting.span();
        let written = span.slice(context.text);
        let is_address = path.contains("://");
        // A slash before `|` or `>` would make the lines below it something else.
        let is_block = written.starts_with(['|', '>']);
        let edit = if is_address || is_block || context.editor().is_tagged(span) {
            None
        } else if written.starts_with('*') {
            // An alias: its anchor may be right elsewhere.
            Some(TextEdit::replace(span, quoted(&format!("/{path}"))))
        } else {
            // In quotes, the slash goes after the first quote.
            let quote = usize::from(written.starts_with(['"', '\'']));
            Some(TextEdit::insert(span.start() + quote, "/"))
        };
        let finding = finding.category(context.refused_by(span));
        findings.push(finding.fix(
            format!("write `/{path}`"),
            Safety::Safe,
            edit.into_iter().collect(),
        ));
    }
}
