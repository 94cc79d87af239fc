//! The changes in sections.

use blueprint_lens_core::diff::Difference;
use blueprint_lens_core::plan::Plan;

use super::causes::causes;
use super::change::Change;
use super::{connections, entry_points, environments, findings, plan, resources};

/// Changes of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Section {
    /// Its title.
    pub(crate) title: &'static str,
    /// Its changes; never none.
    pub(crate) changes: Vec<Change>,
}

/// Every section with something in it, the most important first, causes before effects; `of_twins` when nothing was before and nothing after.
pub(crate) fn sections(difference: &Difference, plan: &Plan, of_twins: bool) -> Vec<Section> {
    let (here, there) = if of_twins {
        ("Findings of the second alone", "Findings of the first alone")
    } else {
        ("New findings", "Fixed findings")
    };
    let found = difference;
    let causes = causes(difference);
    let left = causes.left;
    let mut reach: Vec<Change> =
        left.reach.iter().map(|change| connections::reach(change)).collect();
    reach.extend(connections::more(found.more_reach));
    reach.extend(connections::new_paths(found.new_paths));
    let sections = [
        (PRESSING, plan::pressing(plan)),
        ("Regions", causes.moves),
        ("Isolation", causes.isolation),
        ("Exposure", found.entry_points.iter().map(entry_points::change).collect()),
        (
            "Connections between environments",
            left.crossings.iter().map(|change| environments::crossing(change)).collect(),
        ),
        (
            here,
            found.introduced.iter().map(|found| findings::introduced(found, of_twins)).collect(),
        ),
        ("Resources and settings", found.parts.iter().map(resources::change).collect()),
        ("Connections", left.edges.iter().map(|change| connections::edge(change)).collect()),
        ("Private reachability", reach),
        (there, found.solved.iter().map(|found| findings::solved(found, of_twins)).collect()),
        (QUIET, plan::quiet(plan)),
    ];
    filled(sections.into())
}

/// What the next sync does, and nothing else.
pub(crate) fn plan_sections(plan: &Plan) -> Vec<Section> {
    filled(vec![(PRESSING, plan::pressing(plan)), (QUIET, plan::quiet(plan))])
}

const PRESSING: &str = "What the sync does";
const QUIET: &str = "What the sync does by itself";

fn filled(sections: Vec<(&'static str, Vec<Change>)>) -> Vec<Section> {
    sections
        .into_iter()
        .filter(|(_, changes)| !changes.is_empty())
        .map(|(title, changes)| Section { title, changes })
        .collect()
}
