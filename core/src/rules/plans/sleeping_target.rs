//! P12: a job that calls a sleeping service.

use crate::graph::{EdgeClass, NetNode};
use crate::lint::{Context, Finding};
use crate::platform::{FREE_WEB_MINUTES, Kind};

rule! {
    /// ## What it does
    ///
    /// Finds cron jobs and background workers that call a free web service in the file at its public address.
    ///
    /// ## Why it matters
    ///
    /// A free web service sleeps after 15 minutes without a request; the first call then waits about a minute or fails.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     plan: free
    ///   - type: cron
    ///     name: nightly
    ///     runtime: docker
    ///     schedule: "0 3 * * *"
    ///     envVars:
    ///       - key: API
    ///         fromService:
    ///           type: web
    ///           name: api
    ///           envVarKey: RENDER_EXTERNAL_URL
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     plan: 0.5c-512mb
    ///   - type: cron
    ///     name: nightly
    ///     runtime: docker
    ///     schedule: "0 3 * * *"
    ///     envVars:
    ///       - key: API
    ///         fromService:
    ///           type: web
    ///           name: api
    ///           property: hostport
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the caller retries.
    ///
    /// ## References
    ///
    /// - [Deploy for Free](https://render.com/docs/free), read 2026-09
    code: "sleeping-target",
    summary: "a job that calls a free web service",
    severity: Info,
    category: Network,
    certainty: Documented,
    facts: ["P12"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let resource = |node: &NetNode| node.resource.map(|id| context.blueprint.resource(id));
    for (_, from, to, edge) in context.edges() {
        let (Some(caller), Some(target)) =
            (resource(context.network.node(from)), resource(context.network.node(to)))
        else {
            continue;
        };
        let waits = matches!(caller.kind.kind(), Some(Kind::Cron | Kind::Worker));
        let sleeps = target.kind.kind() == Some(Kind::Web) && target.free_plan().is_some();
        let Some(cause) = edge.causes.first().filter(|_| edge.class == EdgeClass::Public) else {
            continue;
        };
        if waits && sleeps {
            findings.push(
                Finding::new(
                    cause.span,
                    cause.path.clone(),
                    format!(
                        "`{}` sleeps after {FREE_WEB_MINUTES} minutes without a request",
                        target.label()
                    ),
                    "let the caller wait and retry, or choose a paid plan",
                )
                .related(target.plan.span().unwrap_or(target.head()), "the plan is free")
                .on_edge(context, caller.id, edge),
            );
        }
    }
}
