//! A Blueprint in the making.

use std::collections::BTreeMap;

use crate::model::blueprint::Blueprint;
use crate::syntax::Node;

/// What has been read so far.
#[derive(Default)]
pub(super) struct Lowering<'a> {
    pub(super) blueprint: Blueprint,
    /// What each resource was read from.
    pub(super) resource_nodes: Vec<&'a Node>,
    /// How many environments have a project and a name, by these.
    pub(super) environment_names: BTreeMap<(Option<String>, Option<String>), usize>,
    /// What each group was read from.
    pub(super) group_nodes: Vec<&'a Node>,
}
