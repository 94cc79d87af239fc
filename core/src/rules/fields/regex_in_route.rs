//! C73: a regular expression in a route.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `(`, `\\` and `$1` in the `source` or `destination` of a static site's route.
    ///
    /// ## Why it matters
    ///
    /// Routes know two wildcards: `*` for the rest of a path and `:name` for one part of it. Anything else most likely
    /// matches only as it is written, so the route never applies.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: static
    ///     staticPublishPath: dist
    ///     routes:
    ///       - type: rewrite
    ///         source: /app/(.*)
    ///         destination: /index.html
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: static
    ///     staticPublishPath: dist
    ///     routes:
    ///       - type: rewrite
    ///         source: /app/*
    ///         destination: /index.html
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When a path of the site really contains that character.
    ///
    /// ## References
    ///
    /// - [Static Site Redirects and Rewrites](https://render.com/docs/redirects-rewrites), read 2026-09
    code: "regex-in-route",
    summary: "a regular expression in a route",
    severity: Warning,
    category: Style,
    certainty: Inferred,
    facts: ["C73"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for site in context.of_kinds(&[Kind::Static]) {
        for setting in site.settings.iter().filter(|setting| setting.name.starts_with("routes[")) {
            let Some(text) = setting.text() else { continue };
            let sign = match setting.name.rsplit(']').next() {
                Some(".source") => ["(", "\\"].into_iter().find(|sign| text.contains(sign)),
                Some(".destination") => ["$1", "$2"].into_iter().find(|sign| text.contains(sign)),
                _ => None,
            };
            let Some(sign) = sign else { continue };
            findings.push(Finding::on_setting(
                context,
                site,
                setting,
                format!("`{sign}` looks like a regular expression, which a route does not know"),
                "use `*` for the rest of a path, or `:name` for one part of it, on both sides",
            ));
        }
    }
}
