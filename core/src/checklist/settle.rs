//! What to settle before a first deploy, because no sync changes it afterwards: the region.

use std::collections::BTreeMap;

use super::stage::Stage;
use super::step::{Phase, Step};
use crate::model::Resource;
use crate::platform::{DEFAULT_REGION, Kind};
use crate::wording::count::count_of;

/// One step for a file that replaces none and states a region.
pub(super) fn steps(stage: &Stage<'_>) -> Vec<Step> {
    if !stage.base.blueprint().resources.is_empty() {
        return Vec::new();
    }
    let mut regions: BTreeMap<&str, usize> = BTreeMap::new();
    let mut spans = Vec::new();
    for (_, resource) in stage.resources().filter(|(_, one)| has_region(one)) {
        let region = resource.region.text().unwrap_or(DEFAULT_REGION.id());
        *regions.entry(region).or_default() += 1;
        spans.extend(resource.region.span());
    }
    if spans.is_empty() {
        return Vec::new();
    }
    let told: Vec<String> = regions
        .iter()
        .map(|(region, count)| {
            format!("`{region}` for {}", count_of(*count, "resource", "resources"))
        })
        .collect();
    let text = format!("settle the region, which cannot change later: {}", told.join(", "));
    vec![Step::new(Phase::Before, "blueprint", text).at(spans)]
}

fn has_region(resource: &Resource) -> bool {
    resource.kind.kind().is_some_and(Kind::has_region)
}
