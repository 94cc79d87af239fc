//! Base and head, with all that rules look up.

use std::collections::{BTreeMap, BTreeSet};

use super::consequence::Mode;
use super::matching::Matching;
use crate::analysis::Analysis;
use crate::diff::{Item, Pairing, PartKind, Side};
use crate::model::{Blueprint, EnvVar, GroupId};

/// Both sides.
pub(super) struct Sides<'a> {
    pub(super) base: Side<'a>,
    pub(super) head: Side<'a>,
    /// Who is who for a difference.
    pub(super) pairing: Pairing,
    /// Who is who for Render.
    pub(super) matching: Matching,
    pub(super) mode: Mode,
    /// The keys of every part of the base.
    pub(super) base_keys: KeysOfSide<'a>,
    /// The keys of every part of the head.
    pub(super) head_keys: KeysOfSide<'a>,
}

/// Which part of a side has which variables, by itself or from a linked group.
pub(super) struct KeysOfSide<'a> {
    own: Vec<BTreeSet<&'a str>>,
    links: Vec<Links<'a>>,
}

/// The groups that a part links.
#[derive(Default)]
struct Links<'a> {
    /// Items of those that the file declares, with their names.
    declared: Vec<(usize, &'a str)>,
    /// Whether one is declared elsewhere.
    elsewhere: bool,
}

impl<'a> Sides<'a> {
    /// Prepares two analyses.
    pub(super) fn new(base: &'a Analysis, head: &'a Analysis, mode: Mode) -> Self {
        let (base, head) = (Side::new(base), Side::new(head));
        let pairing = Pairing::new(&base, &head);
        let matching = Matching::new(&base, &head, &pairing);
        let (base_keys, head_keys) = (KeysOfSide::new(&base), KeysOfSide::new(&head));
        Self { base, head, pairing, matching, mode, base_keys, head_keys }
    }
}

impl<'a> KeysOfSide<'a> {
    fn new(side: &Side<'a>) -> Self {
        let blueprint = side.blueprint();
        let mut known: BTreeMap<(crate::model::Scope, &str), Option<GroupId>> = BTreeMap::new();
        let mut keys = Self { own: Vec::new(), links: Vec::new() };
        for item in &side.items {
            let vars = variables_of(blueprint, item);
            keys.own.push(vars.iter().filter_map(|var| var.key.text()).collect());
            let mut links = Links::default();
            for name in vars.iter().filter_map(|var| var.from_group.text()) {
                let group = *known
                    .entry((item.scope, name))
                    .or_insert_with(|| blueprint.find_group(name, item.scope));
                match group.and_then(|group| side.item_of(PartKind::Group, group.0)) {
                    Some(group) => links.declared.push((group, name)),
                    None => links.elsewhere = true,
                }
            }
            keys.links.push(links);
        }
        keys
    }

    /// Whether a part has a variable of that key, by itself or from a group that the file declares.
    pub(super) fn has(&self, item: usize, key: &str) -> bool {
        self.own[item].contains(key) || self.group_with(item, key).is_some()
    }

    /// The linked group that gives a part that key.
    pub(super) fn group_with(&self, item: usize, key: &str) -> Option<&'a str> {
        let links = &self.links[item].declared;
        links.iter().find(|(group, _)| self.own[*group].contains(key)).map(|(_, name)| *name)
    }

    /// Whether a part links a group that the file does not declare, so that nobody can tell all its keys.
    pub(super) fn links_elsewhere(&self, item: usize) -> bool {
        self.links[item].elsewhere
    }
}

/// The variables of a part; none for one that has none.
pub(super) fn variables_of<'a>(blueprint: &'a Blueprint, item: &Item<'_>) -> &'a [EnvVar] {
    match item.sort {
        PartKind::File | PartKind::Project | PartKind::Environment => &[],
        PartKind::Group => &blueprint.groups[item.index].env_vars,
        PartKind::Service | PartKind::Database | PartKind::Replica => {
            &blueprint.resources[item.index].env_vars
        }
    }
}
