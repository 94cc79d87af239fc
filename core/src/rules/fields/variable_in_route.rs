//! C49: a route that contains a variable.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `$NAME` and `${NAME}` in the `destination` of a route.
    ///
    /// ## Why it matters
    ///
    /// Routes expand no variables and take no references, so a static site cannot get another service's address this
    /// way. A web service that forwards the requests can.
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
    ///         source: /api/*
    ///         destination: https://${API_HOST}/*
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
    ///       - type: rewrite
    ///         source: /api/*
    ///         destination: https://api.example.com/*
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the dollar sign is part of the address.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "variable-in-route",
    summary: "a variable in a route",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["C49"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for site in context.of_kinds(&[Kind::Static]) {
        for route in site.settings.items("routes") {
            let Some(to) = site.settings.get(&format!("{}.destination", route.name)) else {
                continue;
            };
            let Some(name) = to.text().and_then(variable) else { continue };
            findings.push(Finding::on_setting(
                context,
                site,
                to,
                format!("`{name}` is not expanded: routes take no variables"),
                "write the address, or let a web service forward the requests",
            ));
        }
    }
}

/// The first text in `text` that looks like a variable.
fn variable(text: &str) -> Option<&str> {
    let at = text.find('$')?;
    let rest = &text[at..];
    let braces = rest[1..].starts_with('{');
    let name = &rest[1 + usize::from(braces)..];
    let length = name
        .find(|c: char| !(c.is_ascii_uppercase() || c == '_' || c.is_ascii_digit()))
        .unwrap_or(name.len());
    let starts = name.starts_with(|c: char| c.is_ascii_uppercase() || c == '_');
    let end = 1 + usize::from(braces) + length;
    let is_closed = braces && name[length..].starts_with('}');
    (starts && length > 1).then(|| &rest[..end + usize::from(is_closed)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_variables_with_and_without_braces_and_while_they_are_typed() {
        for (text, found) in [
            ("https://${API_HOST}/x", Some("${API_HOST}")),
            ("https://$API_HOST/x", Some("$API_HOST")),
            ("https://${API", Some("${API")),
            ("${API\u{1f642}\u{1f642}", Some("${API")),
            ("$", None),
            ("${", None),
            ("/$1/*", None),
        ] {
            assert_eq!(variable(text), found, "{text}");
        }
    }
}
