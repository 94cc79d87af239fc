//! DNS records of custom domains that are new.

use std::collections::BTreeSet;

use super::stage::Stage;
use super::step::{Phase, Step};
use crate::platform::ONRENDER_SUFFIX;

pub(super) fn steps(stage: &Stage<'_>) -> Vec<Step> {
    let base = stage.base.blueprint();
    let known: BTreeSet<&str> = base
        .resources
        .iter()
        .flat_map(|resource| resource.domains.value().into_iter().flatten())
        .map(|(domain, _)| domain.as_str())
        .collect();
    let mut steps = Vec::new();
    for (id, resource) in stage.resources() {
        let domains = resource.domains.value().into_iter().flatten();
        for (domain, span) in domains.filter(|(domain, _)| !known.contains(domain.as_str())) {
            let name = resource.label();
            let target = format!("{name}{ONRENDER_SUFFIX}");
            // A domain right below a public suffix takes no CNAME; without a list of those, two labels are a good guess.
            let is_root = domain.matches('.').count() == 1;
            let text = if is_root {
                format!(
                    "point `{domain}` at `{name}`: an ALIAS or ANAME record to its onrender.com name, or the A record that the Dashboard shows under Custom Domains; then have it verified there"
                )
            } else {
                format!(
                    "point `{domain}` at `{name}`: a CNAME record to its onrender.com name, which the Dashboard shows under Custom Domains; then have it verified there"
                )
            };
            let kind = if is_root { "ALIAS" } else { "CNAME" };
            let step = Step::new(Phase::Dns, id, text).at([*span]);
            steps.push(Step { commands: vec![format!("{domain}. {kind} {target}.")], ..step });
        }
    }
    steps
}
