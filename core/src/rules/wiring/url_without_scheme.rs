//! W25: a URL variable that holds no URL.

use crate::diagnostics::{Safety, Severity};
use crate::graph::{Opener, opener};
use crate::lint::{Context, Finding, Via, asks_only_for_host, declared_here};
use crate::platform::{Kind, Property};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds variables named like a URL that get a bare `host` or `hostport`. It is a warning for datastores, because
    /// their clients parse the value themselves, and a note for services, because the code may add the scheme.
    ///
    /// ## Why it matters
    ///
    /// `host` is a name and `hostport` a name with a port; neither has a scheme. A client that expects a URL fails to
    /// parse it or reads the host as the scheme.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: REDIS_URL
    ///         fromService:
    ///           name: cache
    ///           type: keyvalue
    ///           property: host
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: REDIS_URL
    ///         fromService:
    ///           name: cache
    ///           type: keyvalue
    ///           property: connectionString
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList: []
    /// ```
    ///
    /// For a service, call the variable `API_HOSTPORT` and prepend `http://` in the code.
    ///
    /// ## When to ignore it
    ///
    /// When the code adds the scheme.
    ///
    /// ## References
    ///
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "url-without-scheme",
    summary: "a bare host in a variable that is named like a URL",
    severity: Warning,
    category: Network,
    certainty: Observed,
    facts: ["W25"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (Some(key), Some(property)) = (reference.var.key.present(), reference.property())
        else {
            continue;
        };
        let bare =
            matches!(Property::parse(&property.value), Some(Property::Host | Property::HostPort));
        if !bare || !says_url(&key.value) {
            continue;
        }
        // What browsers are told, or compare with a page's own address, is reported by other rules, which say more.
        let is_said = match opener(reference.consumer, Some(&key.value)) {
            Opener::Origin => matches!(reference.via, Via::Service(_)),
            Opener::Page => !asks_only_for_host(&reference),
            Opener::Server | Opener::Outside => false,
        };
        if is_said {
            continue;
        }
        let declared = reference.declared();
        let kind = declared.and_then(|target| target.kind.kind());
        let datastore =
            kind.is_some_and(Kind::is_datastore) || matches!(reference.via, Via::Database(_));
        let help = if datastore {
            "`connectionString` is the whole URL"
        } else {
            "prepend `http://` in the code, and name the variable after what it holds"
        };
        // The other property exists only if the form of the reference is right.
        let fits = kind
            .is_some_and(|kind| kind.is_database() == matches!(reference.via, Via::Database(_)));
        let edits = if datastore && fits {
            vec![TextEdit::replace(property.span, Property::ConnectionString.id())]
        } else {
            Vec::new()
        };
        let mut finding = Finding::new(
            property.span,
            format!("{}.property", reference.path()),
            format!("`{}` is named like a URL, but `{}` has no scheme", key.value, property.value),
            help,
        )
        .severity(if datastore { Severity::Warning } else { Severity::Info })
        .on_reference(context, &reference)
        .fix("use `connectionString`", Safety::Unsafe, edits);
        if let Some(target) = declared {
            finding = finding.related(target.head(), declared_here(target));
        }
        findings.push(finding);
    }
}

/// Whether the last word of a key is URL or URI.
fn says_url(key: &str) -> bool {
    let last = key.rsplit('_').next().unwrap_or(key).to_ascii_uppercase();
    matches!(last.as_str(), "URL" | "URI")
}
