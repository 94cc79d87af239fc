//! S05: a secret that becomes part of web pages.

use crate::conventions::{is_placeholder, is_public_build_variable, is_server_only};
use crate::lint::{Context, Finding};
use crate::model::{EnvVar, Resource};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds variables that front-end builds copy into pages (`VITE_…`, `NEXT_PUBLIC_…`, `REACT_APP_…` and similar
    /// ones) although their name, or the password in their reference, shows that they are secret. On static sites it
    /// also finds generated values.
    ///
    /// ## Why it matters
    ///
    /// Everybody who opens the page can read them. Keep the secret in a service and let the page call that service.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: NEXT_PUBLIC_JWT_SECRET
    ///         generateValue: true
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: JWT_SECRET
    ///         generateValue: true
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the provider intends the key for browsers. The rule is silent for names such as `ANON_KEY` and
    /// `PUBLISHABLE_KEY`.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26, on variables of static sites
    /// - [Environment variables in Next.js](https://nextjs.org/docs/app/guides/environment-variables)
    code: "secret-in-browser",
    summary: "a secret that becomes part of web pages",
    severity: Warning,
    category: Secret,
    certainty: Inferred,
    facts: ["S05"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (resource, var) in context.variables() {
        let (Some(key), Some(span)) = (var.key.text(), var.key.span()) else { continue };
        let Some((message, help)) = leak(resource, var, key) else { continue };
        findings.push(
            Finding::new(span, format!("{}.key", var.path), message, help).on(context, resource.id),
        );
    }
}

/// How the secret of a variable gets into pages.
fn leak(resource: &Resource, var: &EnvVar, key: &str) -> Option<(String, &'static str)> {
    let site = resource.kind.kind() == Some(Kind::Static);
    if site && var.generate_value.value() == Some(&true) {
        return Some((
            format!("`{key}` is generated, but becomes part of pages that everybody can read"),
            "a static site cannot keep a secret from the browser: keep it in a service",
        ));
    }
    let literal = var.value.value().map(|literal| literal.text.as_str());
    let holds_something = literal.is_none_or(|text| !is_placeholder(text.trim()));
    // Another rule reports every reference to a database on a static site.
    let password = var.from_database.value().is_some_and(|reference| {
        !site
            && matches!(
                reference.property.text(),
                Some("password" | "connectionString" | "connectionPoolString")
            )
    });
    let named = || is_server_only(key) && (var.from_database.is_absent() || !site);
    (is_public_build_variable(key) && holds_something && (password || named())).then(|| {
        (
            format!("`{key}` becomes part of pages that everybody can read"),
            "remove the prefix and read it on the server; let the page call the server",
        )
    })
}
