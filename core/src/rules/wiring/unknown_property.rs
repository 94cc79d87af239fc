//! W06, W07: a reference to a property that does not exist.

use crate::diagnostics::Safety;
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern, Reference, Via, nearest};
use crate::model::Present;
use crate::platform::{DATABASE_PROPERTIES, Kind, SERVICE_PROPERTIES, likely_property};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `property` values that Render does not know. Services have `host`, `port`, `hostport`, `connectionString`
    /// and `slug`; databases have `connectionString`, `connectionPoolString`, `host`, `port`, `user`, `password` and
    /// `database`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint. There is no `url`: the internal address is `hostport`, and the public address is
    /// `envVarKey: RENDER_EXTERNAL_URL`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: pserv
    ///           name: auth
    ///           property: url
    ///   - type: pserv
    ///     name: auth
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
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: pserv
    ///           name: auth
    ///           property: hostport
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "unknown-property",
    summary: "a property that Render does not know",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["W06", "W07"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::References, &["property"], Pattern::NotAWord)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        if let Some(property) = reference.property() {
            findings.extend(finding(context, &reference, property));
        }
    }
}

fn finding(
    context: &Context<'_>,
    reference: &Reference<'_>,
    property: &Present<String>,
) -> Option<Finding> {
    let (facts, known, form): (&'static [&'static str], &[&'static str], _) = match reference.via {
        Via::Service(_) => (&["W06"], &SERVICE_PROPERTIES, "service"),
        Via::Database(_) => (&["W07"], &DATABASE_PROPERTIES, "database"),
    };
    let written = property.value.as_str();
    if known.contains(&written) {
        return None;
    }
    let kind = reference.declared().and_then(|target| target.kind.kind());
    let meant = likely_property(written, known).or_else(|| nearest(written, known.iter().copied()));
    // Among services, only Key Value instances have a connection string.
    let has_none =
        matches!(reference.via, Via::Service(_)) && kind.is_some_and(|kind| kind != Kind::KeyValue);
    let meant = meant.filter(|meant| *meant != "connectionString" || !has_none);
    let message =
        format!("invalid {form} property `{written}`; valid properties are {}", known.join(", "));
    let help = match (meant, reference.via) {
        (Some(meant), _) => format!("did you mean `{meant}`?"),
        (None, Via::Service(_)) if kind == Some(Kind::KeyValue) => {
            "use `connectionString`, which holds everything".to_owned()
        }
        (None, Via::Service(_)) if kind == Some(Kind::PrivateService) => {
            "use `hostport` for the address, or `envVarKey` for the value of one of its variables".to_owned()
        }
        (None, Via::Service(_)) => {
            "use `hostport` for the internal address, or `envVarKey: RENDER_EXTERNAL_URL` for the public address".to_owned()
        }
        (None, Via::Database(_)) => "use `connectionString` for the whole internal URL".to_owned(),
    };
    let edits = meant.map(|meant| TextEdit::replace(property.span, meant)).into_iter().collect();
    Some(
        Finding::new(property.span, format!("{}.property", reference.path()), message, help)
            .facts(facts)
            .on_reference(context, reference)
            .fix(format!("write `{}`", meant.unwrap_or_default()), Safety::Unsafe, edits),
    )
}
