//! What two twins call the same thing.

use std::collections::{BTreeMap, BTreeSet};

use crate::conventions::is_stage;
use crate::model::Blueprint;

/// The environment of a side when its name means nothing but a stage.
const ONE_ENVIRONMENT: &str = "twin";

/// New names by old ones, for each sort of thing.
#[derive(Debug, Default)]
pub(super) struct CommonNames {
    /// Of services, databases and read replicas.
    pub(super) resources: BTreeMap<String, String>,
    /// Of groups.
    pub(super) groups: BTreeMap<String, String>,
    /// Of projects.
    pub(super) projects: BTreeMap<String, String>,
    /// Of environments.
    pub(super) environments: BTreeMap<String, String>,
}

impl CommonNames {
    /// Every name that changes, with what it becomes.
    pub(super) fn all(&self) -> Vec<(String, String)> {
        let all: BTreeSet<(&String, &String)> = self
            .resources
            .iter()
            .chain(&self.groups)
            .chain(&self.projects)
            .chain(&self.environments)
            .collect();
        all.into_iter().map(|(old, new)| (old.clone(), new.clone())).collect()
    }
}

/// The words of a path or a name, in small letters.
pub(super) fn words(name: &str) -> BTreeSet<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The names of a Blueprint without the words of its stage.
pub(super) fn common_names(blueprint: &Blueprint, own_words: &BTreeSet<String>) -> CommonNames {
    let is_own = |word: &str| is_stage(word) || own_words.contains(&word.to_lowercase());
    let short = |name: &str| without(name, &is_own);
    let resources = blueprint.resources.iter().filter_map(|resource| resource.name.text());
    let groups = blueprint.groups.iter().filter_map(|group| group.name.text());
    let projects = blueprint.projects.iter().filter_map(|project| project.name.text());
    let environments = blueprint.environments.iter().filter_map(|one| one.name.text());
    let one = |name: &str| short(name).or_else(|| Some(ONE_ENVIRONMENT.to_owned()));
    CommonNames {
        resources: unambiguous(resources, &short),
        groups: unambiguous(groups, &short),
        projects: unambiguous(projects, &short),
        environments: unambiguous(environments, &one),
    }
}

/// A name without the words that `is_own` takes away; `None` when nothing is left.
fn without(name: &str, is_own: &dyn Fn(&str) -> bool) -> Option<String> {
    let is_separator = |c: char| matches!(c, '-' | '_' | '.' | ' ');
    let words: Vec<&str> = name.split(is_separator).filter(|word| !word.is_empty()).collect();
    let kept: Vec<&str> = words.iter().copied().filter(|word| !is_own(word)).collect();
    if kept.len() == words.len() {
        return Some(name.to_owned());
    }
    (!kept.is_empty()).then(|| kept.join("-"))
}

/// The names that change, and what they become; those that would share their new name with another one stay.
fn unambiguous<'a>(
    names: impl Iterator<Item = &'a str>,
    short: &dyn Fn(&str) -> Option<String>,
) -> BTreeMap<String, String> {
    let names: BTreeSet<&str> = names.collect();
    let mut users: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in names {
        users.entry(short(name).unwrap_or_else(|| name.to_owned())).or_default().push(name);
    }
    let alone = users.into_iter().filter_map(|(new, old)| match old.as_slice() {
        [only] if **only != *new => Some(((*only).to_owned(), new)),
        _ => None,
    });
    alone.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_the_words_of_their_stage() {
        let own: BTreeSet<String> =
            words("eu/render.yaml").difference(&words("us/render.yaml")).cloned().collect();
        let is_own = |word: &str| is_stage(word) || own.contains(word);
        let short = |name| without(name, &is_own);
        assert_eq!(short("api-staging").as_deref(), Some("api"));
        assert_eq!(short("staging-api-eu").as_deref(), Some("api"));
        assert_eq!(short("my_api").as_deref(), Some("my_api"), "nothing to take away");
        assert_eq!(short("reproduction").as_deref(), Some("reproduction"), "whole words alone");
        assert_eq!(short("production"), None);
    }

    #[test]
    fn two_names_never_become_one() {
        let short = |name: &str| without(name, &is_stage);
        let found = unambiguous(["api-staging", "api-prod", "db-prod", "web"].into_iter(), &short);
        let expected = [("db-prod".to_owned(), "db".to_owned())];
        assert_eq!(found.into_iter().collect::<Vec<_>>(), expected);
    }
}
