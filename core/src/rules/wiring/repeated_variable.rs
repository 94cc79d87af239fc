//! W27: one key twice in one list of variables.

use std::collections::BTreeMap;

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, Reference, VariableOwner};
use crate::model::{EnvVar, Key, LiteralForm, ResourceId};
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
    let declared = |reference: Reference<'_>| Some((reference.var.span, reference.declared()?.id));
    let targets: Targets = context.references().filter_map(declared).collect();
    for resource in context.resources {
        let owner = VariableOwner::Resource(resource);
        repeated(context, &targets, owner, &resource.env_vars, findings);
    }
    for group in context.groups {
        let owner = VariableOwner::Group(group.scope);
        repeated(context, &targets, owner, &group.env_vars, findings);
    }
}

/// What the reference of a variable means, by the entry of the variable.
type Targets = BTreeMap<Span, ResourceId>;

fn repeated(
    context: &Context<'_>,
    targets: &Targets,
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
        let same = said(context, targets, earlier) == said(context, targets, var);
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

/// What an entry says, whatever else is to be mended in it: a reference means the same with another type when its target
/// is the same, and nothing is an empty text.
fn said<'a>(
    context: &Context<'a>,
    targets: &Targets,
    var: &'a EnvVar,
) -> (Option<ResourceId>, Vec<(&'a str, Vec<&'a str>)>) {
    let target = targets.get(&var.span).copied();
    let words = |key: &Key| key.value.slice(context.text).split_whitespace().collect::<Vec<_>>();
    let mut out = Vec::new();
    for key in &var.keys {
        let name = key.name.as_str();
        let literal = match name {
            "value" => var.value.value(),
            "previewValue" => var.preview_value.value(),
            _ => None,
        };
        match (literal, var.from_service.value()) {
            (Some(literal), _) if literal.form == LiteralForm::Null => out.push((name, vec![""])),
            (Some(literal), _) => out.push((name, vec![literal.text.as_str()])),
            (None, Some(service)) if name == "fromService" && target.is_some() => {
                let inside = service.keys.iter().filter(|key| key.name != "type");
                out.extend(inside.map(|key| (key.name.as_str(), words(key))));
            }
            (None, _) => out.push((name, words(key))),
        }
    }
    sort::ascending(&mut out);
    (target, out)
}
