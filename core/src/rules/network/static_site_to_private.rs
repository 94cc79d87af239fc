//! N05, W36: a static site that uses a private address.

use crate::diagnostics::{Safety, Severity};
use crate::graph::EdgeClass;
use crate::lint::{
    Context, CopiedAddress, Finding, Reference, Via, copied_addresses, declared_here, kind_words,
    public_address_edits,
};
use crate::platform::{Kind, Property};

rule! {
    /// ## What it does
    ///
    /// Finds private references on a static site: `hostport`, `port`, `connectionString`, `host` of anything other than
    /// a web service, any `fromDatabase` that gives an address, and an address that a variable copies with `envVarKey`.
    ///
    /// ## Why it matters
    ///
    /// A static site consists of files on a content delivery network. Its variables become part of pages that run in
    /// browsers, outside every private network, and a connection string would also give everybody the password. `host`
    /// of a web service is only a note: templates build `https://<host>.onrender.com` from it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: static
    ///     staticPublishPath: dist
    ///     envVars:
    ///       - key: VITE_API
    ///         fromService:
    ///           type: web
    ///           name: api
    ///           property: hostport
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: static
    ///     staticPublishPath: dist
    ///     envVars:
    ///       - key: VITE_API
    ///         fromService:
    ///           type: web
    ///           name: api
    ///           envVarKey: RENDER_EXTERNAL_URL
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// To reach a private service, call a web service that passes the request on.
    ///
    /// ## When to ignore it
    ///
    /// When the value is used only while the site is built. Whether a build can reach the private network is not
    /// documented.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Static Sites](https://render.com/docs/static-sites), read 2026-09
    code: "static-site-to-private",
    summary: "a static site that uses a private address",
    severity: Error,
    category: Network,
    certainty: Documented,
    facts: ["N05", "W36"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let of_static =
        |reference: &Reference<'_>| reference.consumer.kind.kind() == Some(Kind::Static);
    findings.extend(
        context.references().filter(of_static).filter_map(|reference| finding(context, &reference)),
    );
    let copied = copied_addresses(context);
    let by_sites = copied.filter(|copied| copied.consumer.kind.kind() == Some(Kind::Static));
    findings.extend(by_sites.map(|copied| of_copy(context, &copied)));
}

fn of_copy(context: &Context<'_>, copied: &CopiedAddress<'_>) -> Finding {
    let target = copied.target;
    let message = format!(
        "`{}` copies an internal address of `{}`, but `{}` is a static site, which is not on a private network",
        copied.cause.variable,
        target.label(),
        copied.consumer.label()
    );
    Finding::new(copied.cause.span, copied.path(), message, help(target.kind.kind(), false))
        .facts(&["N05", "W36"])
        .related(copied.source.span, copied.written_here(context))
        .on_edge(context, copied.consumer.id, copied.edge)
}

/// What to do instead; `database` when the reference is a `fromDatabase`.
fn help(target: Option<Kind>, database: bool) -> &'static str {
    match target {
        _ if database => DATASTORE_HELP,
        Some(kind) if kind.is_datastore() => DATASTORE_HELP,
        Some(Kind::Web) => "use its public URL: `envVarKey: RENDER_EXTERNAL_URL`",
        _ => "call a public web service, and let it make the private call",
    }
}

const DATASTORE_HELP: &str = "go through a web service: a browser must never see a datastore";

fn finding(context: &Context<'_>, reference: &Reference<'_>) -> Option<Finding> {
    let name = reference.name()?;
    let target = reference.declared();
    let target_kind = target.and_then(|target| target.kind.kind());
    let (_, edge) = context.edge_of(reference)?;
    // A property that does not exist is reported by another rule.
    if let (Via::Service(_), Some(property)) = (reference.via, reference.property())
        && Property::parse(&property.value).is_none()
    {
        return None;
    }
    let host = reference.property().is_some_and(|property| property.value == Property::Host.id());
    let only_host_of_web =
        edge.class == EdgeClass::Public && host && target_kind == Some(Kind::Web);
    // `host`, `port` or `hostport` of a static site is reported by another rule.
    let addressed =
        reference.property().and_then(|property| Property::parse(&property.value)).is_some_and(
            |property| matches!(property, Property::Host | Property::Port | Property::HostPort),
        );
    let other_rule =
        target_kind == Some(Kind::Static) && addressed && matches!(reference.via, Via::Service(_));
    if !(edge.class == EdgeClass::Private || only_host_of_web) || other_rule {
        return None;
    }
    let message = if only_host_of_web {
        format!("a browser can use the host of `{}` only with `.onrender.com` appended", name.value)
    } else {
        format!(
            "`{}` is a static site, which is not on a private network",
            reference.consumer.label()
        )
    };
    let help = help(target_kind, matches!(reference.via, Via::Database(_)));
    let mut finding = Finding::new(name.span, reference.path(), message, help)
        .severity(if only_host_of_web { Severity::Info } else { Severity::Error })
        .facts(&["N05"])
        .on_reference(context, reference);
    if let Some(target) = target {
        finding = finding.related(
            target.head(),
            if target_kind == Some(Kind::Web) {
                declared_here(target)
            } else {
                format!("`{}` is {}", target.label(), kind_words(target))
            },
        );
    }
    if let (Via::Service(service), Some(Kind::Web)) = (reference.via, target_kind)
        && !only_host_of_web
    {
        let edits = public_address_edits(reference.var.key.text(), service);
        finding = finding.fix("use its public address", Safety::Unsafe, edits);
    }
    Some(finding)
}
