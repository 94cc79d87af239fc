//! What is called what: every name, and every label that Render makes of one, is looked up, never searched for.

use std::collections::BTreeMap;

use super::group::EnvironmentGroup;
use super::project::Environment;
use super::resource::Resource;
use super::scope::Scope;
use crate::platform::{Kind, slug};
use crate::text::FileId;

/// The names of a Blueprint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// Resources by their names, and by the labels of hosts that these make.
    resources: Index,
    labels: Index,
    groups: Index,
}

impl Names {
    /// The names of these resources and groups, which stand at their ids.
    pub(crate) fn of(
        resources: &[Resource],
        groups: &[EnvironmentGroup],
        environments: &[Environment],
    ) -> Self {
        let mut out = Self::default();
        for resource in resources {
            out.add(resource, resources, environments);
        }
        let spot = |index: usize| Spot::new(groups[index].scope, None, environments);
        for (index, group) in groups.iter().enumerate() {
            if let Some(name) = group.name.text() {
                out.groups.push(name, index, &spot);
            }
        }
        out
    }

    /// Adds a resource, which stands at its id behind those that were added before.
    pub(crate) fn add(
        &mut self,
        resource: &Resource,
        resources: &[Resource],
        environments: &[Environment],
    ) {
        let Some(name) = resource.name.text() else { return };
        let spot = |index: usize| {
            let resource = &resources[index];
            Spot::new(resource.scope, resource.kind.kind(), environments)
        };
        self.resources.push(name, resource.id.0, &spot);
        self.labels.push(&slug(name), resource.id.0, &spot);
    }

    /// The resources by their names.
    pub(crate) fn resources(&self) -> &Index {
        &self.resources
    }

    /// The resources by the labels of hosts that their names make.
    pub(crate) fn labels(&self) -> &Index {
        &self.labels
    }

    /// The groups by their names.
    pub(crate) fn groups(&self) -> &Index {
        &self.groups
    }
}

/// More things of one name than these are found by where they stand.
const FEW: usize = 8;

/// Things by their names, each as the index that it has among its sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Index {
    /// All of one name, in source order.
    all: BTreeMap<String, Vec<usize>>,
    /// Where there are more than a few: the first of each kind in an area of a file, and in that area of all files.
    first: BTreeMap<String, Vec<usize>>,
}

impl Index {
    /// All things of a name, in source order.
    pub(crate) fn all(&self, name: &str) -> &[usize] {
        self.all.get(name).map_or(&[], Vec::as_slice)
    }

    /// The nearest of each kind that has a name, seen from a scope, and some others: all of them, where they are few.
    pub(crate) fn near(&self, name: &str, from: Scope, environments: &[Environment]) -> Vec<usize> {
        self.near_spot(name, Spot::new(from, None, environments))
    }

    fn near_spot(&self, name: &str, Spot { file, place, .. }: Spot) -> Vec<usize> {
        let all = self.all(name);
        if all.len() <= FEW {
            return all.to_vec();
        }
        // What a file declares hides what another one declares in the same way.
        let first = [Some(file), None].into_iter().flat_map(|file| {
            [place, OUTSIDE, INSIDE].map(|area| self.first.get(&key(file, area, name)))
        });
        first.flatten().flatten().copied().collect()
    }

    /// Adds one behind the others; `spot` is where each of them stands.
    fn push(&mut self, name: &str, thing: usize, spot: &dyn Fn(usize) -> Spot) {
        let all = self.all.entry(name.to_owned()).or_default();
        all.push(thing);
        // When there are more than a few, those few are found by where they stand, too.
        let found = match all.len() {
            ..=FEW => return,
            count if count == FEW + 1 => all.as_slice(),
            _ => std::slice::from_ref(&thing),
        };
        for &thing in found {
            let Spot { file, place, kind } = spot(thing);
            let around = if place < OUTSIDE { OUTSIDE } else { INSIDE };
            for (file, area) in
                [(Some(file), place), (Some(file), around), (None, place), (None, around)]
            {
                let first = self.first.entry(key(file, area, name)).or_default();
                if first.iter().all(|other| spot(*other).kind != kind) {
                    first.push(thing);
                }
            }
        }
    }
}

/// Areas, as numbers: the places that several files may declare on Render, which are the root, `ungrouped`, and each
/// environment behind [`INSIDE`]; what is outside of every environment; and what is in any.
const ROOT: usize = 0;
const UNGROUPED: usize = 1;
const OUTSIDE: usize = 2;
const INSIDE: usize = 3;

/// An area of a file, or of all files, for a name.
fn key(file: Option<FileId>, area: usize, name: &str) -> String {
    format!("{} {area} {name}", file.map_or(0, |file| file.0 + 1))
}

/// Where a thing stands, and what it is.
#[derive(Clone, Copy)]
struct Spot {
    file: FileId,
    /// Its place, as the number of an area.
    place: usize,
    kind: Option<Kind>,
}

impl Spot {
    fn new(scope: Scope, kind: Option<Kind>, environments: &[Environment]) -> Self {
        let (file, place) = match scope {
            Scope::Root(file) => (file, ROOT),
            Scope::Ungrouped(file) => (file, UNGROUPED),
            Scope::Environment(id) => {
                let environment = &environments[id.0];
                (environment.file, INSIDE + 1 + environment.first.0)
            }
        };
        Self { file, place, kind }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Where a thing stands: its file, its place and its kind.
    fn spot((file, place, kind): (usize, usize, usize)) -> Spot {
        let place = [ROOT, UNGROUPED, INSIDE + 1, INSIDE + 2, INSIDE + 3, INSIDE + 4][place];
        let kind = [None, Some(Kind::Web), Some(Kind::Postgres)][kind];
        Spot { file: FileId(file), place, kind }
    }

    /// How references judge: nearer files first, then the sort that is wanted, then nearer places.
    fn order(from: &Spot, to: &Spot, wanted: Option<Kind>) -> (bool, bool, usize) {
        let places = match to.place {
            place if place == from.place => 0,
            ROOT | UNGROUPED => 1,
            _ => 2,
        };
        (from.file != to.file, to.kind != wanted, places)
    }

    proptest! {
        #[test]
        fn the_nearest_of_many_is_among_those_that_are_near(
            spots in proptest::collection::vec((0..3_usize, 0..6_usize, 0..3_usize), 0..40),
            from in (0..3_usize, 0..6_usize, 0..3_usize),
        ) {
            let at = |thing: usize| spot(spots[thing]);
            let mut index = Index::default();
            for thing in 0..spots.len() {
                index.push("api", thing, &at);
            }
            prop_assert!(index.near_spot("other", spot(from)).is_empty());
            let from = spot(from);
            for wanted in [None, Some(Kind::Web), Some(Kind::Postgres)] {
                let order = |thing: &usize| (order(&from, &at(*thing), wanted), *thing);
                let nearest = index.near_spot("api", from).into_iter().min_by_key(order);
                prop_assert_eq!(nearest, (0..spots.len()).min_by_key(order));
                let is_wanted = |thing: &usize| at(*thing).kind == wanted;
                let nearest = index.near_spot("api", from).into_iter().filter(is_wanted).min_by_key(order);
                prop_assert_eq!(nearest, (0..spots.len()).filter(is_wanted).min_by_key(order));
            }
            prop_assert!(index.near_spot("api", from).len() <= 18);
        }
    }
}
