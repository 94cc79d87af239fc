//! N19: an isolated environment that is open to the internet.

use std::collections::BTreeMap;

use crate::graph::Exposure;
use crate::lint::{Context, Finding, kind_words};
use crate::model::{EnvironmentId, Resource, Scope};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds isolated environments with web services, databases or Key Value instances that are open to the whole
    /// internet.
    ///
    /// ## Why it matters
    ///
    /// `networking.isolation` closes the private network of an environment and nothing else. Public URLs and external
    /// database addresses still work from everywhere, including from other environments.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         networking:
    ///           isolation: enabled
    ///         services:
    ///           - type: web
    ///             name: api
    ///             runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         networking:
    ///           isolation: enabled
    ///         services:
    ///           - type: pserv
    ///             name: api
    ///             runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the public access is intended, as for most web services.
    ///
    /// ## References
    ///
    /// - [Projects and Environments](https://render.com/docs/projects), read 2026-09
    code: "isolated-but-public",
    summary: "an isolated environment that is open to the internet",
    severity: Info,
    category: Exposure,
    certainty: Documented,
    facts: ["N19"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let blueprint = context.blueprint;
    let mut open: BTreeMap<EnvironmentId, Vec<&Resource>> = BTreeMap::new();
    for (_, node) in context.network.nodes() {
        if let (Some(Scope::Environment(environment)), Some(resource)) = (node.scope, node.resource)
            && node.exposure == Exposure::Public
            && node.resource_kind() != Some(Kind::Static)
        {
            open.entry(environment).or_default().push(blueprint.resource(resource));
        }
    }
    for (id, _) in context.environments() {
        let scope = Scope::Environment(id);
        let Some(switch) =
            blueprint.environment(id).isolation.present().filter(|_| blueprint.is_isolated(scope))
        else {
            continue;
        };
        let Some(open @ [first, ..]) = open.get(&id).map(Vec::as_slice) else { continue };
        let others = match open.len() - 1 {
            0 => String::new(),
            1 => " and one more".to_owned(),
            n => format!(" and {n} more"),
        };
        let mut finding = Finding::new(
            switch.span,
            format!("{}.networking.isolation", blueprint.environment(id).path),
            format!("isolation leaves `{}`{others} open to the internet", first.label()),
            "isolation closes only the private network: use `type: pserv`, or `ipAllowList`, for anything that must not be public",
        );
        for resource in open {
            let words = format!(
                "`{}`, {}, is open to the internet",
                resource.label(),
                kind_words(resource)
            );
            finding = finding.related(resource.head(), words);
        }
        findings.push(finding);
    }
}
