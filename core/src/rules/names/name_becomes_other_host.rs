//! U07: a name that cannot be a hostname.

use crate::lint::{Context, Finding};
use crate::platform::Kind;
use crate::rules::yaml::pasted_characters::is_pasted;

rule! {
    /// ## What it does
    ///
    /// Finds names of web services, private services and static sites with capital letters, spaces or underscores.
    ///
    /// ## Why it matters
    ///
    /// Render derives the address from the name and replaces characters that a hostname cannot have. The onrender.com
    /// address and the internal hostname therefore differ from the name.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: Shop_API
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop-api
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When nobody writes the address by hand. Renaming it creates a new service.
    ///
    /// ## References
    ///
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    code: "name-becomes-other-host",
    summary: "a name that cannot be a hostname",
    severity: Info,
    category: Style,
    certainty: Inferred,
    facts: ["U07"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Static]) {
        let Some(name) = resource.name.present().filter(|name| !name.value.trim().is_empty())
        else {
            continue;
        };
        let host = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !name.value.chars().all(host) && !is_pasted(&name.value) {
            findings.push(
                Finding::new(
                    name.span,
                    format!("{}.name", resource.path),
                    format!(
                        "`{}` cannot be a hostname, so the address differs from the name",
                        name.value
                    ),
                    "use lower-case letters, digits and hyphens for a new service",
                )
                .on(context, resource.id),
            );
        }
    }
}
