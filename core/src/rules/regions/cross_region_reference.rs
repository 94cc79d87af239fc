//! N07, N08, W36: a private reference between two regions.

use std::collections::BTreeSet;

use crate::diagnostics::{Safety, Severity};
use crate::graph::{EdgeClass, Reason};
use crate::lint::{
    Context, CopiedAddress, Finding, Reference, asks_only_for_host, copied_addresses,
    declared_here, or_public_way,
};
use crate::model::{Declaration, Resource, ResourceId};

rule! {
    /// ## What it does
    ///
    /// Finds a private reference (`fromDatabase`, or `fromService` with `host`, `port`, `hostport` or
    /// `connectionString`) between resources in different regions, also where a variable copies the address with
    /// `envVarKey`. `user`, `password` and `database` are text and work everywhere.
    ///
    /// ## Why it matters
    ///
    /// Each region has its own private network, and two private networks are never connected. The caller cannot resolve
    /// the name, or its connection times out. A resource without `region` is created in `oregon`, so leaving the region
    /// out on one side is enough to cause this.
    ///
    /// If both sides name their region, this is an error. If one side leaves it out, it is a warning, because an
    /// existing resource keeps its region. The `host` of a web service alone is a warning, too: code can build its public
    /// address from it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     region: frankfurt
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    ///     envVars:
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders
    ///           property: connectionString
    /// databases:
    ///   - name: orders
    ///     region: oregon
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     region: frankfurt
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    ///     envVars:
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders
    ///           property: connectionString
    /// databases:
    ///   - name: orders
    ///     region: frankfurt
    ///     ipAllowList: []
    /// ```
    ///
    /// The region of a resource cannot be changed after creation: create a new resource in the other region. Or call
    /// the public URL, if the target has one.
    ///
    /// ## When to ignore it
    ///
    /// When one side already exists in the region of the other, although the file does not say so. It is better to
    /// write the region down.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "cross-region-reference",
    summary: "a private reference between two regions",
    severity: Error,
    category: Network,
    certainty: Documented,
    facts: ["N07", "N08", "W36"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let held = context.held_in_place(&BTreeSet::new());
    for reference in context.references() {
        let Some(target) = reference.declared() else { continue };
        let Some((_, edge)) = context.edge_of(&reference) else { continue };
        if edge.class == EdgeClass::Private && edge.reasons.contains(&Reason::DifferentRegion) {
            findings.push(finding(context, &reference, target, &held));
        }
    }
    let copied = copied_addresses(context);
    let across = copied.filter(|copied| copied.edge.reasons.contains(&Reason::DifferentRegion));
    findings.extend(across.map(|copied| of_copy(context, &copied)));
}

fn of_copy(context: &Context<'_>, copied: &CopiedAddress<'_>) -> Finding {
    let (consumer, target) = (copied.consumer, copied.target);
    let message = format!(
        "`{}` copies an internal address of `{}`, which is in {}; `{}` is in {}",
        copied.cause.variable,
        target.label(),
        region_words(context, target),
        consumer.label(),
        region_words(context, consumer)
    );
    let help = format!(
        "put both into one region (a region is fixed at creation){}",
        or_public_way(context, target)
    );
    let silent = [consumer, target].into_iter().any(|resource| resource.region.is_absent());
    Finding::new(copied.cause.span, copied.path(), message, help)
        .severity(if silent { Severity::Warning } else { Severity::Error })
        .facts(if silent { &["N07", "N08", "W36"] } else { &["N07", "W36"] })
        .related(copied.source.span, copied.written_here(context))
        .related(target.region.span().unwrap_or(target.head()), declared_here(target))
        .on_edge(context, consumer.id, copied.edge)
}

/// The region of a resource, for people.
fn region_words(context: &Context<'_>, resource: &Resource) -> &'static str {
    let node = context.node(resource.id).map(|node| context.network.node(node).placement);
    node.and_then(crate::graph::Placement::region)
        .map_or("an unknown region", crate::platform::Region::id)
}

/// `held` are the resources that lose a connection when they go to another region.
fn finding(
    context: &Context<'_>,
    reference: &Reference<'_>,
    target: &Resource,
    held: &BTreeSet<ResourceId>,
) -> Finding {
    let consumer = reference.consumer;
    let (here, there) = (region_words(context, consumer), region_words(context, target));
    let public = or_public_way(context, target);
    let span = reference.name().map_or(reference.span(), |name| name.span);
    let message = format!(
        "`{}` is in {there}, `{}` in {here}: two regions have separate private networks",
        target.label(),
        consumer.label()
    );
    let omitted: Vec<&Resource> =
        [consumer, target].into_iter().filter(|resource| resource.region.is_absent()).collect();
    let help = if let Some(silent) = omitted.first() {
        format!(
            "`{}` names no region and defaults to oregon; name one region on both sides{public}",
            silent.label()
        )
    } else {
        format!("put both into one region (a region is fixed at creation){public}")
    };
    let mut finding = Finding::new(span, reference.path(), message, help)
        .facts(&["N07"])
        .related(target.region.span().unwrap_or(target.head()), declared_here(target))
        .on_reference(context, reference);
    if asks_only_for_host(reference) {
        finding = finding.severity(Severity::Warning);
    }
    if let Some(region) = consumer.region.span() {
        finding =
            finding.related(region, format!("the region of `{}` is {here}", consumer.label()));
    }
    for silent in omitted {
        finding = finding.severity(Severity::Warning).facts(&["N08"]);
        let other = if silent.id == consumer.id { there } else { here };
        let after = silent.written("name").or_else(|| silent.written("type"));
        let is_replica = matches!(silent.declaration, Declaration::Replica { .. });
        let after = after.filter(|_| !is_replica && !held.contains(&silent.id));
        let edit =
            after.and_then(|key| context.editor().add_entry(key, &format!("region: {other}")));
        finding = finding.fix(
            format!("put `{}` into {other}", silent.label()),
            Safety::Unsafe,
            edit.into_iter().collect(),
        );
    }
    finding
}
