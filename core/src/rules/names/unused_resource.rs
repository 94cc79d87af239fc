//! U09: a datastore or an environment group that nothing refers to.

use std::collections::BTreeSet;

use crate::graph::EdgeClass;
use crate::lint::{Context, Finding, ReferenceTarget, nearest};
use crate::model::{Declaration, ResourceId};
use crate::platform::Kind;
use crate::rules::fields::{unknown_field, wrong_value_type};
use crate::rules::wiring::reference_in_group;

rule! {
    /// ## What it does
    ///
    /// Finds databases, Key Value instances and environment groups that nothing in the file refers to, if the file has
    /// services.
    ///
    /// ## Why it matters
    ///
    /// Something outside the file may use it, or a reference is missing.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
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
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders
    ///           property: connectionString
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When something outside the file uses it, or its address is set in the Dashboard.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "unused-resource",
    summary: "a datastore or an environment group that nothing in the file uses",
    severity: Info,
    category: Style,
    certainty: Inferred,
    facts: ["U09"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let blueprint = context.blueprint;
    let code = |kind: Option<Kind>| kind.is_some_and(|kind| !kind.is_datastore());
    if !context.resources.iter().any(|resource| code(resource.kind.kind())) {
        return;
    }
    let is_used = |id| {
        context.node(id).is_some_and(|node| {
            let mut incoming = context.network.incoming(node);
            incoming.any(|(edge, _)| context.network.edge(edge).class != EdgeClass::Ingress)
        })
    };
    let by_replicas = context.resources.iter().filter_map(|replica| match replica.declaration {
        Declaration::Replica { primary } if is_used(replica.id) => Some(primary),
        _ => None,
    });
    let by_replicas: BTreeSet<ResourceId> = by_replicas.collect();
    let elsewhere = MeantElsewhere::new(context);
    for resource in context.of_kinds(&[Kind::Postgres, Kind::KeyValue]) {
        let name = resource.label();
        let twin = || {
            let mut same = blueprint.named(name).filter(|other| other.kind == resource.kind);
            same.any(|other| is_used(other.id))
        };
        let used = is_used(resource.id) || by_replicas.contains(&resource.id) || twin();
        if !used && !elsewhere.means(name) {
            findings.push(Finding::on_head(
                context,
                resource,
                format!("nothing in this file refers to `{name}`"),
                "refer to it, or remove it",
            ));
        }
    }
    let links = blueprint.resources.iter().flat_map(|resource| &resource.env_vars);
    let links: BTreeSet<&str> = links.filter_map(|var| var.from_group.text()).collect();
    let own: BTreeSet<&str> =
        context.variables().filter_map(|(_, var)| var.from_group.text()).collect();
    for group in context.groups {
        let Some(name) = group.name.present() else { continue };
        if links.contains(name.value.as_str()) {
            continue;
        }
        let slip = may_mean(&own, &name.value);
        if !slip && !elsewhere.unread.contains(name.value.as_str()) {
            findings.push(Finding::new(
                name.span,
                format!("{}.name", group.path),
                format!("nothing in this file links the group `{}`", name.value),
                "link it with `fromGroup`, or remove it",
            ));
        }
    }
}

/// Among more written names than these, no slip is looked for, and nobody is told that something is not used.
const MOST_COMPARED: usize = 200;

/// Whether one of the names that are written may be a slip for `name`.
fn may_mean(written: &BTreeSet<&str>, name: &str) -> bool {
    written.len() > MOST_COMPARED
        || written.iter().any(|written| nearest(written, [name]).is_some())
}

/// The names that other findings are about: somebody uses them, only wrongly.
struct MeantElsewhere<'a> {
    /// The words in fields that Render does not read, as other rules report.
    unread: BTreeSet<&'a str>,
    /// The names in references that mean nothing in the file.
    undeclared: BTreeSet<&'a str>,
}

impl<'a> MeantElsewhere<'a> {
    fn new(context: &Context<'a>) -> Self {
        let rules = [&unknown_field::RULE, &reference_in_group::RULE, &wrong_value_type::RULE];
        let violations = rules.into_iter().flat_map(|rule| context.claimed_by(rule));
        let values = violations.filter_map(|violation| {
            Some(violation.siblings.at(violation.span)?.value.slice(context.text))
        });
        let separator = |c: char| c.is_whitespace() || "\"',[]{}".contains(c);
        let references = context.references();
        let undeclared = references
            .filter(|reference| matches!(reference.target, Some(ReferenceTarget::Undeclared)));
        Self {
            unread: values.flat_map(|value| value.split(separator)).collect(),
            undeclared: undeclared
                .filter_map(|reference| reference.name())
                .map(|name| name.value.as_str())
                .collect(),
        }
    }

    /// Whether `name` is in a field that is not read, or misspelt in a reference.
    fn means(&self, name: &str) -> bool {
        self.unread.contains(name) || may_mean(&self.undeclared, name)
    }
}
