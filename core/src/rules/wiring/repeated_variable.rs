//! W27: one key twice in one list of variables.

use std::collections::BTreeMap;

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, VariableOwner};
use crate::model::EnvVar;
use crate::sort;
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds variables that occur twice in the `envVars` of one service or group.
    ///
    /// ## Why it matters
    ///
    /// A service has each variable only once, so one of the two entries is lost. It is easy to be wrong about which
    /// one.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: LOG_LEVEL
    ///         value: info
    ///       - key: LOG_LEVEL
    ///         value: debug
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
    ///       - key: LOG_LEVEL
    ///         value: debug
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: keep the entry you want.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "repeated-variable",
    summary: "the same variable twice in one list",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["W27"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        repeated(context, VariableOwner::Resource(resource), &resource.env_vars, findings);
    }
    for group in context.groups {
        repeated(context, VariableOwner::Group(group.scope), &group.env_vars, findings);
    }
}

fn repeated(
    context: &Context<'_>,
    owner: VariableOwner<'_>,
    vars: &[EnvVar],
    findings: &mut Vec<Finding>,
) {
    let mut known: BTreeMap<&str, (&EnvVar, Span)> = BTreeMap::new();
    for var in vars {
        let Some(key) = var.key.present() else { continue };
        let Some((earlier, first)) = known.get(key.value.as_str()).copied() else {
            known.insert(&key.value, (var, key.span));
            continue;
        };
        let same = written(context, earlier) == written(context, var);
        let edit = context.editor().remove_item(&var.keys).filter(|_| same);
        findings.push(
            Finding::new(
                key.span,
                format!("{}.key", var.path),
                format!("`{}` is in this list twice, so one of the two entries is lost", key.value),
                "keep the entry you want",
            )
            .related(first, "the other entry")
            .on_owner(context, owner)
            .fix("remove the second entry", Safety::Safe, edit.into_iter().collect()),
        );
    }
}

/// The whole text of an entry.
fn written<'a>(context: &Context<'a>, var: &EnvVar) -> Vec<(String, Vec<&'a str>)> {
    let text = context.text;
    let mut entries: Vec<_> = var
        .keys
        .iter()
        .map(|key| (key.name.clone(), key.value.slice(text).split_whitespace().collect()))
        .collect();
    sort::ascending(&mut entries);
    entries
}
