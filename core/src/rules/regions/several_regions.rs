//! R06: a file with more than one private network.

use crate::lint::{Context, Finding};
use crate::model::Resource;
use crate::platform::Region;

rule! {
    /// ## What it does
    ///
    /// Notes, once per file, that the resources are in more than one region.
    ///
    /// ## Why it matters
    ///
    /// Each region has its own private network, and two private networks are never connected. `cross-region-reference`
    /// reports every private reference between two regions.
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
    ///     region: ohio
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
    /// When you serve users on several continents, and each region works on its own.
    ///
    /// ## References
    ///
    /// - [How Render handles private networking](https://render.com/articles/how-render-handles-private-networking), 2026-04-01
    code: "several-regions",
    summary: "a file with more than one private network",
    severity: Info,
    category: Network,
    certainty: Documented,
    facts: ["R06"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let named = context.resources.iter().filter_map(|resource| {
        let region = resource.region.present()?;
        Some((resource, region, Region::parse(&region.value)?))
    });
    let named: Vec<_> = named.collect();
    let mut regions: Vec<Region> = Vec::new();
    for (.., region) in &named {
        if !regions.contains(region) {
            regions.push(*region);
        }
    }
    let (Some((first, first_region, _)), Some(second)) = (named.first(), regions.get(1)) else {
        return;
    };
    let Some((resource, region, _)) = named.iter().find(|(.., region)| region == second) else {
        return;
    };
    let ids: Vec<&str> = regions.iter().map(|region| region.id()).collect();
    let where_is =
        |resource: &Resource, region: &str| format!("`{}` is in {region}", resource.label());
    findings.push(
        Finding::new(
            region.span,
            format!("{}.region", resource.path),
            format!("this file spans {} private networks: {}", ids.len(), ids.join(", ")),
            "resources in two regions reach each other only through public addresses",
        )
        .related(first_region.span, where_is(first, &first_region.value))
        .on(context, resource.id),
    );
}
