//! C50: routes after one that matches everything.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds routes that come after a route with the source `/*`.
    ///
    /// ## Why it matters
    ///
    /// The first matching route wins, so the later ones are never used.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: docs
    ///     runtime: static
    ///     staticPublishPath: dist
    ///     routes:
    ///       - type: rewrite
    ///         source: /*
    ///         destination: /index.html
    ///       - type: redirect
    ///         source: /old
    ///         destination: /new
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: docs
    ///     runtime: static
    ///     staticPublishPath: dist
    ///     routes:
    ///       - type: redirect
    ///         source: /old
    ///         destination: /new
    ///       - type: rewrite
    ///         source: /*
    ///         destination: /index.html
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: the later route is never used.
    ///
    /// ## References
    ///
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "route-order",
    summary: "a route after one that matches everything",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["C50"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for site in context.of_kinds(&[Kind::Static]) {
        let sources: Vec<_> = site
            .settings
            .items("routes")
            .filter_map(|route| site.settings.get(&format!("{}.source", route.name)))
            .collect();
        let Some(all) = sources.iter().position(|source| source.text() == Some("/*")) else {
            continue;
        };
        for behind in &sources[all + 1..] {
            findings.push(
                Finding::on_setting(
                    context,
                    site,
                    behind,
                    format!("`{}` is never used", behind.text().unwrap_or_default()),
                    "put the route that matches everything last",
                )
                .related(sources[all].span(), "this one matches everything"),
            );
        }
    }
}
