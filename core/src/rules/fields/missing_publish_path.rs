//! C14: a static site without a publish path.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds static sites without `staticPublishPath`.
    ///
    /// ## Why it matters
    ///
    /// Render does not know which directory to serve. The official schema accepts it, because it reads such a site as a
    /// server.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: docs
    ///     runtime: static
    ///     buildCommand: npm run build
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: docs
    ///     runtime: static
    ///     buildCommand: npm run build
    ///     staticPublishPath: dist
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render's reference requires it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "missing-publish-path",
    summary: "a static site without `staticPublishPath`",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C14"],
    fixes: false,
    since: "0.1.0",
    concludes_from_absence: true,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for site in context.of_kinds(&[Kind::Static]) {
        let name = "staticPublishPath";
        if site.settings.filled(name).is_none() && !context.is_misspelt(&site.keys, name) {
            findings.push(Finding::on_head(
                context,
                site,
                format!("`{}` must have `staticPublishPath`", site.label()),
                "add the directory to serve, such as `./dist`",
            ));
        }
    }
}
