//! U07: a name that no host can have.

use crate::lint::{Context, Finding};
use crate::platform::Kind;
use crate::rules::yaml::pasted_characters::is_pasted;

rule! {
    /// ## What it does
    ///
    /// Finds names of web services, private services and static sites with capitals, blanks or underscores.
    ///
    /// ## Why it matters
    ///
    /// The address is made from the name: what a host cannot have is replaced, so the onrender.com address and the
    /// internal host read otherwise than the name.
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
    /// When nobody writes the address by hand. A new name makes a new service.
    ///
    /// ## References
    ///
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    code: "name-becomes-other-host",
    summary: "a name that cannot be a host",
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
                    format!("`{}` cannot be a host, so the address reads otherwise", name.value),
                    "use small letters, digits and dashes for a new service",
                )
                .on(context, resource.id),
            );
        }
    }
}
