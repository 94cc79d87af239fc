//! Plans what stands around nodes: the frames of files, the lanes, the frames of environments.

use super::caption::{NAME_SIZE, TEXT_SIZE};
use super::picture::LaneKind;
use super::planned::{Plan, PlannedFile, PlannedGroup, PlannedLane};
use crate::graph::Placement;
use crate::layout::{FileInput, GroupInput, LaneInput, Tier};
use crate::model::{Blueprint, EnvironmentId, Scope};
use crate::platform::Region;
use crate::text::{FileId, Weight, measure, shorten, shorten_middle};
use crate::wording::count::count;

/// Between a lane's name and its facts.
pub(super) const FACTS_GAP: f64 = 10.0;
/// Shortened headings of files.
const SHORT_PATHS: [f64; 2] = [260.0, 140.0];
/// Shortened headings of frames.
const SHORT_HEADINGS: [f64; 2] = [170.0, 110.0];

impl Plan<'_> {
    /// The frame of a file, planned when its first lane is.
    pub(super) fn file(&mut self, blueprint: &Blueprint, file: FileId) -> usize {
        let path = &blueprint.root(file).path;
        if let Some(known) = self.files.iter().position(|other| other.path == *path) {
            return known;
        }
        let mut headings = vec![path.clone()];
        for room in SHORT_PATHS {
            headings.push(shorten_middle(path, NAME_SIZE, Weight::Semibold, room, 0));
        }
        let heading =
            headings.iter().map(|text| measure(text, NAME_SIZE, Weight::Semibold)).collect();
        self.input.files.push(FileInput { heading });
        self.files.push(PlannedFile { path: path.clone(), headings });
        self.files.len() - 1
    }

    pub(super) fn lane(
        &mut self,
        (file, shared): (Option<usize>, bool),
        (placement, id): (Placement, String),
        members: usize,
    ) {
        let (label, kind, tier) = match placement {
            Placement::Internet => return,
            Placement::Edge => ("Edge", LaneKind::Edge, Tier::Edge),
            Placement::Region(region) => (Region::name(region), LaneKind::Region, Tier::Region),
            Placement::UnknownRegion => ("Region unknown", LaneKind::Region, Tier::Region),
            Placement::Elsewhere => ("Elsewhere", LaneKind::Elsewhere, Tier::Elsewhere),
        };
        let members = count(members, "resource");
        let facts = match placement {
            Placement::Region(region) if shared => vec![
                format!("{} · one private network over all files · {members} here", region.area()),
                format!("{} · {members}", region.area()),
                members,
                String::new(),
            ],
            Placement::Region(region) => vec![
                format!("{} · one private network · {members}", region.area()),
                format!("{} · {members}", region.area()),
                members,
                String::new(),
            ],
            Placement::UnknownRegion => {
                vec![
                    "some private network, which one cannot be read".to_owned(),
                    members,
                    String::new(),
                ]
            }
            Placement::Edge => vec![
                "static sites, outside every private network".to_owned(),
                "static sites".to_owned(),
                String::new(),
            ],
            Placement::Elsewhere | Placement::Internet => vec![
                "named here, declared somewhere else".to_owned(),
                "not in this file".to_owned(),
                String::new(),
            ],
        };
        let name = measure(label, NAME_SIZE, Weight::Semibold);
        let heading = facts
            .iter()
            .map(|facts| match facts.as_str() {
                "" => name,
                facts => name + FACTS_GAP + measure(facts, TEXT_SIZE, Weight::Regular),
            })
            .collect();
        self.input.lanes.push(LaneInput { file, tier, heading });
        self.lanes.push(PlannedLane { id, label, kind, facts });
    }

    pub(super) fn group(&mut self, blueprint: &Blueprint, environment: EnvironmentId, lane: usize) {
        let env = blueprint.environment_label(environment);
        let isolated = blueprint.is_isolated(Scope::Environment(environment));
        let tail = if isolated { " · isolated" } else { "" };
        let (project, name) = env.split_once('/').unwrap_or(("", &env));
        let mut headings = vec![format!("{project} / {name}{tail}"), format!("{name}{tail}")];
        for width in SHORT_HEADINGS {
            let room = width - measure(tail, TEXT_SIZE, Weight::Semibold);
            headings.push(format!("{}{tail}", shorten(name, TEXT_SIZE, Weight::Semibold, room)));
        }
        let heading =
            headings.iter().map(|text| measure(text, TEXT_SIZE, Weight::Semibold)).collect();
        self.input.groups.push(GroupInput { lane, heading });
        let twin = blueprint.environment(environment).twin;
        self.groups.push(PlannedGroup { environment, env, twin, headings });
    }
}
