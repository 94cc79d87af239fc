//! R04: some resources name a region, others get the default one.

use std::collections::BTreeSet;

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, SHOWN, and_more};
use crate::model::{Declaration, Resource};
use crate::platform::{DEFAULT_REGION, Kind, Region};

rule! {
    /// ## What it does
    ///
    /// Finds files in which some resources name a region other than Oregon and others name none.
    ///
    /// ## Why it matters
    ///
    /// Render creates a new resource without `region` in Oregon, on another private network than the others. A region
    /// cannot be changed later.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     region: frankfurt
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
    ///     name: shop
    ///     runtime: docker
    ///     region: frankfurt
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    ///     region: frankfurt
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the resource already exists in the right region.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "stray-default-region",
    summary: "some resources name a region, others get the default one",
    severity: Info,
    category: Network,
    certainty: Documented,
    facts: ["R04"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let placed = context.resources.iter().filter(|resource| {
        let kind = resource.kind.kind();
        // A workflow without a region is rejected; another rule reports that.
        kind.is_some_and(Kind::has_region)
            && kind != Some(Kind::Workflow)
            && !matches!(resource.declaration, Declaration::Replica { .. })
    });
    let (silent, naming): (Vec<_>, Vec<_>) =
        placed.partition(|resource| resource.region.is_absent());
    let silent: Vec<_> =
        silent.into_iter().filter(|resource| !is_told(context, resource)).collect();
    let elsewhere = naming.iter().find_map(|resource| {
        let region = resource.region.present()?;
        (region.value != DEFAULT_REGION.id()).then_some((*resource, region))
    });
    let (Some((first, others)), Some((other, region))) = (silent.split_first(), elsewhere) else {
        return;
    };
    // If the file names only one region, that is most likely the intended one.
    let one = naming.iter().all(|resource| resource.region.text() == Some(region.value.as_str()));
    let known = Region::parse(&region.value).is_some();
    let moved: BTreeSet<_> = silent.iter().map(|resource| resource.id).collect();
    let held = context.held_in_place(&moved);
    let edits = if one && known && moved.is_disjoint(&held) {
        let line = format!("region: {}", region.value);
        silent.iter().flat_map(|resource| context.add_setting(resource, &line)).collect()
    } else {
        Vec::new()
    };
    let verb = if others.is_empty() {
        "names no region and defaults to"
    } else {
        "name no region and default to"
    };
    let mut finding = Finding::on_head(
        context,
        first,
        format!(
            "`{}`{} {verb} {}, while `{}` is in {}",
            first.label(),
            and_more(others.len(), ""),
            DEFAULT_REGION.id(),
            other.label(),
            region.value,
        ),
        "name the region everywhere: it cannot be changed later",
    )
    .related(region.span, "a region is named here");
    for resource in others.iter().take(SHOWN) {
        finding = finding
            .related(resource.head(), format!("`{}` names no region either", resource.label()));
    }
    findings.push(finding.fix(format!("write {} everywhere", region.value), Safety::Unsafe, edits));
}

/// Whether a private reference between that resource and one in another region is already reported.
fn is_told(context: &Context<'_>, resource: &Resource) -> bool {
    context.references_at(resource).any(|reference| {
        let Some(target) = reference.declared().filter(|_| reference.property().is_some()) else {
            return false;
        };
        let other = if resource.id == target.id { reference.consumer } else { target };
        other.region.text().is_some_and(|region| region != DEFAULT_REGION.id())
    })
}
