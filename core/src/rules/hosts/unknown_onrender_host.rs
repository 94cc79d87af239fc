//! H04: an onrender.com address that no service in the file has.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::conventions::is_placeholder;
use crate::graph::{CauseKind, NodeKind};
use crate::lint::{Candidates, Context, Finding};
use crate::platform::ONRENDER_SUFFIX;

rule! {
    /// ## What it does
    ///
    /// Finds addresses such as `https://<name>.onrender.com` in variables of servers, if no service in the file has
    /// that name.
    ///
    /// ## Why it matters
    ///
    /// The service is elsewhere: in another Blueprint, in another workspace, or nowhere, because the name is misspelt.
    /// The file does not show which, and nothing keeps the address up to date.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: RATES_URL
    ///         value: https://rates.onrender.com
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
    ///       - key: RATES_URL
    ///         sync: false
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you know that the service exists there.
    ///
    /// ## References
    ///
    /// - [Web Services](https://render.com/docs/web-services), read 2026-09
    code: "unknown-onrender-host",
    summary: "a public address that no service in the file has",
    severity: Info,
    category: Network,
    certainty: Observed,
    facts: ["H04"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let names = context.resources.iter().filter_map(|one| one.name.text());
    let names = Candidates::new(names, &Rc::default());
    let mut meant_by: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (_, _, to, edge) in context.edges() {
        let node = context.network.node(to);
        let Some(label) = node
            .name
            .strip_suffix(ONRENDER_SUFFIX)
            .filter(|label| node.kind == NodeKind::External && !is_placeholder(label))
        else {
            continue;
        };
        let meant = meant_by.entry(label).or_insert_with(|| names.nearly_equal(label));
        let help = match meant {
            Some(name) => format!("did you mean `{name}`? A reference cannot be misspelt"),
            None => {
                "it may belong to another Blueprint or workspace; check that it exists".to_owned()
            }
        };
        for cause in edge.causes.iter().filter(|cause| cause.kind == CauseKind::Literal) {
            findings.push(
                Finding::new(
                    cause.span,
                    cause.path.clone(),
                    format!("no service in this file is called `{label}`"),
                    help.clone(),
                )
                .on_edge(context, cause.consumer, edge),
            );
        }
    }
}
