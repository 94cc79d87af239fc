//! A URL instead of a domain.

use crate::diagnostics::Safety;
use crate::edit::quoted;
use crate::lint::{Context, Finding};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds entries of `domains` with a scheme or a path: `https://example.com`, `example.com/shop`.
    ///
    /// ## Why it matters
    ///
    /// Render expects hostnames there. A URL is not one, so the domain is never served.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     domains:
    ///       - https://shop.example.com
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     domains:
    ///       - shop.example.com
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: a hostname has neither a scheme nor a path.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "url-as-domain",
    summary: "a URL instead of a domain",
    severity: Warning,
    category: Validator,
    certainty: Inferred,
    facts: [],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::Static]) {
        for (written, span) in resource.domains.present().into_iter().flat_map(|list| &list.value) {
            let host = host(written);
            if host == written || host.is_empty() {
                continue;
            }
            // Without quotes, a star would be an alias.
            let text = if host.starts_with('*') { quoted(host) } else { host.to_owned() };
            let finding = Finding::new(
                *span,
                resource.path.clone(),
                format!("`{written}` is a URL, not a hostname"),
                format!("write `{host}`"),
            );
            findings.push(finding.on(context, resource.id).fix(
                format!("write `{host}`"),
                Safety::Unsafe,
                vec![TextEdit::replace(*span, text)],
            ));
        }
    }
}

/// The host of a URL.
fn host(written: &str) -> &str {
    let behind = written.split_once("://").map_or(written, |(_, behind)| behind);
    behind.split(['/', '?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn finds_the_host() {
        assert_eq!(host("https://example.com/a?b"), "example.com");
        assert_eq!(host("example.com/"), "example.com");
        assert_eq!(host("*.example.com"), "*.example.com");
    }
}
