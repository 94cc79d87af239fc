//! W38: a resource that two Blueprints of one workspace declare.

use std::collections::BTreeMap;

use crate::lint::{Context, Finding, SHOWN, and_more};
use crate::model::Resource;
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Asks about resources that two files of one workspace declare: the same kind and name, in the same environment or
    /// outside of all.
    ///
    /// ## Why it matters
    ///
    /// A resource belongs to one Blueprint at most. Nothing checks that: whichever Blueprint syncs later takes the
    /// resource over and configures it anew.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// # file: render.yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    /// # file: jobs/render.yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    /// ```
    ///
    /// ## Fix
    ///
    /// Declare it in one of them. The other one may refer to it all the same.
    ///
    /// ```yaml
    /// # file: render.yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    /// # file: jobs/render.yaml
    /// services:
    ///   - type: worker
    ///     name: mailer
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: node mailer.js
    ///     envVars:
    ///       - key: API
    ///         fromService: {name: api, type: web, property: hostport}
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the two are alternatives, of which a workspace takes one. `--separate` checks every file by itself.
    ///
    /// ## References
    ///
    /// - [Infrastructure as Code](https://render.com/docs/infrastructure-as-code), read 2026-09
    code: "declared-in-two-files",
    summary: "a resource that two Blueprints of one workspace declare",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["W38"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.files.count() == 1 {
        return;
    }
    let start = context.files.get(context.file).span.start;
    let mut earlier: BTreeMap<(Kind, &str), Vec<&Resource>> = BTreeMap::new();
    for other in context.blueprint.resources.iter().take_while(|one| one.span.start < start) {
        if let Some(key) = key(other) {
            earlier.entry(key).or_default().push(other);
        }
    }
    // One question for each two files, however much they share.
    let mut shared: BTreeMap<usize, Vec<(&Resource, &Resource)>> = BTreeMap::new();
    for resource in context.resources {
        let same = key(resource).and_then(|key| earlier.get(&key));
        let twin = same
            .into_iter()
            .flatten()
            .find(|other| context.blueprint.is_one_place(resource.scope, other.scope));
        if let Some(other) = twin {
            let file = context.blueprint.file_of(other.scope);
            shared.entry(file.0).or_default().push((resource, other));
        }
    }
    findings.extend(shared.into_values().filter_map(|pairs| question(context, &pairs)));
}

/// What makes two declarations one resource.
fn key(resource: &Resource) -> Option<(Kind, &str)> {
    Some((resource.kind.kind()?, resource.name.text().filter(|name| !name.is_empty())?))
}

/// What is asked about the resources that another file declares as well.
fn question(context: &Context<'_>, pairs: &[(&Resource, &Resource)]) -> Option<Finding> {
    let (resource, other) = pairs.first()?;
    let path = &context.files.get(context.blueprint.file_of(other.scope)).path;
    let verb = if pairs.len() == 1 { "is" } else { "are" };
    let mut finding = Finding::on_head(
        context,
        resource,
        format!(
            "`{}`{} {verb} declared in {path}, too: which of the two files owns {}?",
            resource.label(),
            and_more(pairs.len() - 1, ""),
            if pairs.len() == 1 { "it" } else { "them" },
        ),
        "declare a resource in one Blueprint; if only one of the two is ever used, check them with `--separate`",
    );
    for (_, other) in pairs.iter().take(SHOWN) {
        finding = finding.related(other.head(), format!("`{}` in {path}", other.label()));
    }
    Some(finding)
}
