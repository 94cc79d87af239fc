//! N22: a private address where browsers are meant.

use crate::diagnostics::{Safety, Severity};
use crate::graph::{Opener, opener};
use crate::lint::{Context, Finding, Via, declared_here, public_address_edits};
use crate::platform::{Kind, Property};

rule! {
    /// ## What it does
    ///
    /// Finds variables for allowed origins, callbacks and redirects (`…ORIGIN…`, `…CORS…`, `…_CALLBACK…`, `…REDIRECT…`)
    /// that take the `hostport` of a service, or the `host` of a private service. The `host` of a web service is only a
    /// note, because code can build its public address from it.
    ///
    /// ## Why it matters
    ///
    /// A browser sends the public address of a page as its origin, and goes to a public address when it is redirected.
    /// An internal address matches neither.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: CORS_ORIGIN
    ///         fromService:
    ///           type: web
    ///           name: shop
    ///           property: hostport
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
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
    ///       - key: CORS_ORIGIN
    ///         fromService:
    ///           type: web
    ///           name: shop
    ///           envVarKey: RENDER_EXTERNAL_URL
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When another service of the private network sends the request, and not a browser.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    code: "private-origin",
    summary: "an internal address as an origin, a callback or a redirect",
    severity: Warning,
    category: Network,
    certainty: Documented,
    facts: ["N22"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (Via::Service(service), Some(property), Some(target), Some(key)) =
            (reference.via, reference.property(), reference.declared(), reference.var.key.text())
        else {
            continue;
        };
        // With a variable beside it, another rule asks which of the two is meant.
        if !service.value.env_var_key.is_absent() {
            continue;
        }
        // What goes into pages is reported by other rules.
        if opener(reference.consumer, Some(key)) != Opener::Origin {
            continue;
        }
        let severity = match (Property::parse(&property.value), target.kind.kind()) {
            (Some(Property::HostPort), Some(Kind::Web | Kind::PrivateService))
            | (Some(Property::Host), Some(Kind::PrivateService)) => Severity::Warning,
            (Some(Property::Host), Some(Kind::Web)) => Severity::Info,
            _ => continue,
        };
        let public = target.kind.kind() == Some(Kind::Web);
        let help = if public {
            "use its public address: `envVarKey: RENDER_EXTERNAL_URL`"
        } else {
            "use the public address of a web service or a static site: a private service has none"
        };
        let edits = if public { public_address_edits(Some(key), service) } else { Vec::new() };
        findings.push(
            Finding::new(
                property.span,
                format!("{}.property", reference.path()),
                format!(
                    "`{key}` is about browsers, but `{}` is an internal address",
                    property.value
                ),
                help,
            )
            .severity(severity)
            .related(target.head(), declared_here(target))
            .on_reference(context, &reference)
            .fix("use its public address", Safety::Unsafe, edits),
        );
    }
}
