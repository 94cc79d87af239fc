//! Ids of lanes: that of the place, behind which later files than the first one that has it put their path.

use std::collections::BTreeMap;

use super::ids::encode_path;
use super::node::Placement;
use crate::model::{Blueprint, Scope};
use crate::text::FileId;

/// The lanes that were met so far.
#[derive(Default)]
pub(crate) struct LaneIds {
    first_file: BTreeMap<Placement, FileId>,
}

impl LaneIds {
    /// The id of the lane at a place for what is declared in a scope; `None` for the internet.
    pub(crate) fn of(
        &mut self,
        blueprint: &Blueprint,
        placement: Placement,
        scope: Scope,
    ) -> Option<String> {
        let file = blueprint.file_of(scope);
        let is_first = *self.first_file.entry(placement).or_insert(file) == file;
        let id = placement.lane_id()?;
        Some(if is_first {
            id
        } else {
            format!("{id}@{}", encode_path(&blueprint.root(file).path))
        })
    }
}
