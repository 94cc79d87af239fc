//! H16: allowed hosts or origins without the service's own name.

use std::collections::BTreeSet;

use crate::graph::{hosts_in, is_label_of, labelled};
use crate::lint::{Context, Finding};
use crate::model::{EnvVar, Resource};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `ALLOWED_HOSTS` of a web service whose onrender.com entries all name another host than its own, and allowed
    /// origins (`…CORS…`) with an onrender.com address that shares its first word with a service of the file, but is
    /// none of them.
    ///
    /// ## Why it matters
    ///
    /// A framework that checks the host answers 400 to every request that comes by another name. A browser refuses an
    /// answer to an origin that is not allowed.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: desk-django
    ///     runtime: docker
    ///     envVars:
    ///       - key: ALLOWED_HOSTS
    ///         value: desk.onrender.com
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: desk-django
    ///     runtime: docker
    ///     envVars:
    ///       - key: ALLOWED_HOSTS
    ///         fromService:
    ///           type: web
    ///           name: desk-django
    ///           envVarKey: RENDER_EXTERNAL_HOSTNAME
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the service got that name earlier, or is reached through another host.
    ///
    /// ## References
    ///
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    /// - a report in a public repository, 2026
    code: "host-of-another-name",
    summary: "allowed hosts without the service's own name",
    severity: Info,
    category: Network,
    certainty: Observed,
    facts: ["H16"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let sites = context.of_kinds(&[Kind::Web, Kind::Static]);
    let first_words: BTreeSet<String> =
        sites.filter_map(|site| site.name.text()).map(first_word).collect();
    for service in context.of_kinds(&[Kind::Web]) {
        for var in &service.env_vars {
            let (Some(key), Some(value)) = (var.key.text(), var.value.present()) else { continue };
            let labels: Vec<String> = hosts_in(&value.value.text)
                .iter()
                .filter_map(|host| host.host.onrender_label().map(str::to_owned))
                .collect();
            let strange = match key {
                "ALLOWED_HOSTS" | "DJANGO_ALLOWED_HOSTS" => foreign_host(service, var, &labels),
                _ if key.contains("CORS") => foreign_origin(context, &first_words, &labels),
                _ => None,
            };
            let Some(label) = strange else { continue };
            findings.push(
                Finding::new(
                    value.span,
                    format!("{}.value", var.path),
                    format!("no service of this file is called `{label}`"),
                    "use `envVarKey: RENDER_EXTERNAL_HOSTNAME` of the service that is meant, or check the name",
                )
                .on(context, service.id),
            );
        }
    }
}

/// The first of the hosts, when none of them can be the service's own.
fn foreign_host<'a>(service: &Resource, var: &EnvVar, labels: &'a [String]) -> Option<&'a str> {
    let first = labels.first()?;
    let own = service.name.text()?;
    let named = labels.iter().any(|label| is_label_of(label, own));
    // A wildcard, or hosts from a variable.
    let open = var.value.present()?.value.text.contains(['*', '$']);
    (!named && !open).then_some(first)
}

/// The first origin that shares its first word with a service of the file, but is none of them.
fn foreign_origin<'a>(
    context: &Context<'_>,
    first_words: &BTreeSet<String>,
    labels: &'a [String],
) -> Option<&'a str> {
    let is_known = |label: &str| {
        let mut named = labelled(context.blueprint, label);
        named.any(|one| matches!(one.kind.kind(), Some(Kind::Web | Kind::Static)))
    };
    let mut labels = labels.iter().map(String::as_str);
    labels.find(|label| !is_known(label) && first_words.contains(&first_word(label)))
}

fn first_word(name: &str) -> String {
    name.split(['-', '_']).next().unwrap_or(name).to_ascii_lowercase()
}
