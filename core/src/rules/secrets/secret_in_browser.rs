//! S05: a secret that ends up in pages.

use crate::conventions::{is_placeholder, is_public_build_variable, is_server_only};
use crate::lint::{Context, Finding};
use crate::model::{EnvVar, Resource};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds variables that front-end builds bake into pages (`VITE_…`, `NEXT_PUBLIC_…`, `REACT_APP_…` and the like) although
    /// their name, or the password in the reference behind them, says that they are secret. On static sites it also finds
    /// generated values.
    ///
    /// ## Why it matters
    ///
    /// Whoever opens the page can read them. Keep the secret in a service and let the page ask that service.
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
    /// When the provider means the key for browsers. Names such as `ANON_KEY` and `PUBLISHABLE_KEY` are silent.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26, on variables of static sites
    /// - [Environment variables in Next.js](https://nextjs.org/docs/app/guides/environment-variables)
    code: "secret-in-browser",
    summary: "a secret that goes into pages",
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

/// How a variable's secret gets into pages.
fn leak(resource: &Resource, var: &EnvVar, key: &str) -> Option<(String, &'static str)> {
    let site = resource.kind.kind() == Some(Kind::Static);
    if site && var.generate_value.value() == Some(&true) {
        return Some((
            format!("`{key}` is generated for a build whose pages everybody can read"),
            "a static site has nobody to keep a secret from the browser: keep it in a service",
        ));
    }
    let literal = var.value.value().map(|literal| literal.text.as_str());
    let holds_something = literal.is_none_or(|text| !is_placeholder(text.trim()));
    // On a static site every reference to a database has a rule of its own.
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
            format!("`{key}` goes into pages, where everybody can read it"),
            "drop the prefix and read it on the server; let the page ask the server",
        )
    })
}
