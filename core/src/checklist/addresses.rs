//! Public addresses that are known only after the first deploy, and the values that guess them.

use std::collections::BTreeMap;

use super::stage::Stage;
use super::step::{Phase, Step};
use super::variables::holds_address;
use crate::conventions::is_public_build_variable;
use crate::model::EnvVar;
use crate::plan::{Class, Consequence};
use crate::platform::{Kind, ONRENDER_SUFFIX};
use crate::text::Span;

pub(super) fn steps(stage: &Stage<'_>) -> Vec<Step> {
    let guessed = guessed(stage);
    let mut steps = Vec::new();
    for (id, resource) in stage.resources() {
        if !resource.kind.kind().is_some_and(is_site) || !stage.is_created(id) {
            continue;
        }
        let name = resource.label();
        let Some(places) = guessed.get(&name.to_ascii_lowercase()) else { continue };
        let words: Vec<&str> = places.iter().map(|(words, _)| words.as_str()).collect();
        let text = format!(
            "compare the address of `{name}` in the Dashboard with `{name}{ONRENDER_SUFFIX}`: Render adds letters where the name is taken; it is written in {}",
            words.join(", ")
        );
        steps.push(Step::new(Phase::Afterwards, id, text).at(places.iter().map(|(_, at)| *at)));
    }
    let creates_site = stage
        .resources()
        .any(|(id, one)| stage.is_created(id) && one.kind.kind().is_some_and(is_site));
    if creates_site {
        steps.extend(entered(stage));
    }
    steps
}

/// Variables that somebody enters, and that most likely hold an address that is known only then, a step for each service.
fn entered(stage: &Stage<'_>) -> Vec<Step> {
    let mut by_node: Vec<(&Consequence, Vec<String>, Vec<Span>)> = Vec::new();
    for one in &stage.consequences {
        let is_entered = matches!(one.class, Class::Prompt | Class::SetByHand);
        let Some(key) = one.variable().filter(|key| is_entered && holds_address(key)) else {
            continue;
        };
        if by_node.last().is_none_or(|(last, ..)| last.part != one.part) {
            by_node.push((one, Vec::new(), Vec::new()));
        }
        if let Some((_, keys, spans)) = by_node.last_mut() {
            keys.push(format!("`{key}`"));
            spans.extend(one.head);
        }
    }
    let step = |(one, keys, spans): (&Consequence, Vec<String>, Vec<Span>)| {
        // `PUBLIC_` alone is also a usual beginning of variables that a server reads.
        let is_baked = |key: &str| is_public_build_variable(key) && !key.starts_with("PUBLIC_");
        let is_baked = keys.iter().any(|key| is_baked(key.trim_matches('`')));
        let (keys, name) = (keys.join(", "), &one.part.name);
        let again = if is_baked { ", then deploy it again: a build bakes them in" } else { "" };
        let text = format!(
            "correct {keys} of `{name}` in the Dashboard, where the addresses are known now{again}"
        );
        Step::new(Phase::Afterwards, one.part.id.clone(), text).at(spans)
    };
    by_node.into_iter().map(step).collect()
}

fn is_site(kind: Kind) -> bool {
    matches!(kind, Kind::Web | Kind::Static)
}

/// Where values name a host of onrender.com, by its label: the variable and its owner in words, and the place.
fn guessed(stage: &Stage<'_>) -> BTreeMap<String, Vec<(String, Span)>> {
    let blueprint = stage.head.blueprint();
    let mut found: BTreeMap<String, Vec<(String, Span)>> = BTreeMap::new();
    let owners = blueprint.resources.iter().map(|one| (one.label(), &one.env_vars)).chain(
        blueprint.groups.iter().map(|one| (one.name.text().unwrap_or_default(), &one.env_vars)),
    );
    for (owner, vars) in owners {
        for var in vars {
            for label in labels(var) {
                let place = (format!("`{}` of `{owner}`", var.name()), var.span);
                let places = found.entry(label).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
    }
    found
}

/// The labels before `.onrender.com` in a value.
fn labels(var: &EnvVar) -> Vec<String> {
    let Some(literal) = var.value.value() else { return Vec::new() };
    let text = literal.text.to_ascii_lowercase();
    let before = text.match_indices(ONRENDER_SUFFIX).map(|(at, _)| &text[..at]);
    let label = |before: &str| {
        let outside = |c: char| !(c.is_ascii_alphanumeric() || c == '-');
        before.rsplit(outside).next().unwrap_or_default().to_owned()
    };
    before.map(label).filter(|label| !label.is_empty()).collect()
}
