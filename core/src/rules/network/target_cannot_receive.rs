//! N02, N03, N04, N06, W35: a private reference to a worker, a cron job, a workflow or a static site.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, Via, declared_here};
use crate::model::{Present, ServiceReference};
use crate::platform::{DISCOVERY_VARIABLE, Kind, Property};

rule! {
    /// ## What it does
    ///
    /// Finds `host`, `port`, `hostport` and the copied `RENDER_DISCOVERY_SERVICE` of background workers, cron jobs,
    /// workflows and static sites.
    ///
    /// ## Why it matters
    ///
    /// None of them has an internal hostname. Workers, cron jobs and workflow tasks open connections but receive none,
    /// and a static site is not on the private network at all. The variable is empty or holds a name that does not
    /// resolve.
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
    ///           type: worker
    ///           name: jobs
    ///           property: hostport
    ///   - type: worker
    ///     name: jobs
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
    ///           name: jobs
    ///           property: hostport
    ///   - type: pserv
    ///     name: jobs
    ///     runtime: docker
    /// ```
    ///
    /// A background worker that answers requests should be a private service. Send work to a cron job or a worker
    /// through a queue or a database, trigger a workflow with its `slug` through Render's API, and use the public URL
    /// of a static site.
    ///
    /// ## When to ignore it
    ///
    /// Never: nothing answers at that address.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Private Network](https://render.com/docs/private-network), read 2026-09
    code: "target-cannot-receive",
    summary: "a private reference to a service that receives no private traffic",
    severity: Error,
    category: Network,
    certainty: Documented,
    facts: ["N02", "N03", "N04", "N06", "W35"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// Whether a reference asks for the addresses of a service's instances.
fn discovers(reference: &Present<ServiceReference>) -> bool {
    reference.value.env_var_key.text() == Some(DISCOVERY_VARIABLE)
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (Via::Service(service), Some(target), Some(name)) =
            (reference.via, reference.declared(), reference.name())
        else {
            continue;
        };
        let addressed = reference.property().is_some_and(|property| {
            matches!(
                Property::parse(&property.value),
                Some(Property::Host | Property::Port | Property::HostPort)
            )
        }) || discovers(service);
        let (facts, help): (&'static [&'static str], _) =
            match target.kind.kind().filter(|_| addressed) {
                Some(Kind::Worker) => (
                    &["N02"],
                    "make it a private service (`type: pserv`), or send it work through a queue",
                ),
                Some(Kind::Cron) => {
                    (&["N03"], "make it a private service, or share a database with it")
                }
                Some(Kind::Workflow) => {
                    (&["N04"], "trigger it through Render's API with `property: slug`")
                }
                Some(Kind::Static) => {
                    (&["N06"], "use its public URL: `envVarKey: RENDER_EXTERNAL_URL`")
                }
                _ => continue,
            };
        let kind = target.kind.kind().map_or("something", Kind::a_words);
        let is_worker = target.kind.kind() == Some(Kind::Worker);
        let edits = if is_worker { context.retyped_if_few(target, "pserv") } else { Vec::new() };
        findings.push(
            Finding::new(
                name.span,
                reference.path(),
                format!(
                    "`{}` is {kind}, which receives no private traffic and has no private address",
                    target.label()
                ),
                help,
            )
            .facts(facts)
            .related(target.type_field.span().unwrap_or(target.head()), declared_here(target))
            .on_reference(context, &reference)
            .fix(
                format!("make `{}` a private service", target.label()),
                Safety::Unsafe,
                edits,
            ),
        );
    }
}
