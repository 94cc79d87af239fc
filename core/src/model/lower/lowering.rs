//! A Blueprint in the making.

use std::collections::BTreeMap;

use crate::model::blueprint::Blueprint;
use crate::model::scope::EnvironmentId;
use crate::syntax::Node;
use crate::text::FileId;

/// The names of a project and of an environment in it.
type EnvironmentName = (Option<String>, Option<String>);

/// What has been read so far.
#[derive(Default)]
pub(super) struct Lowering<'a> {
    pub(super) blueprint: Blueprint,
    /// What each resource was read from.
    pub(super) resource_nodes: Vec<&'a Node>,
    /// How many environments of a file have a project and a name, by these.
    environment_names: BTreeMap<(FileId, EnvironmentName), usize>,
    /// The first environment of each project, name and number among those of one name in a file.
    first_environments: BTreeMap<(EnvironmentName, usize), EnvironmentId>,
    /// What each group was read from.
    pub(super) group_nodes: Vec<&'a Node>,
}

impl Lowering<'_> {
    /// How many environments before `id` in its file have its name, and the first of any file that is the same one. An
    /// environment without a name is nobody else.
    pub(super) fn environment_name(
        &mut self,
        file: FileId,
        id: EnvironmentId,
        name: EnvironmentName,
    ) -> (usize, EnvironmentId) {
        let alike = self.environment_names.entry((file, name.clone())).or_default();
        let twin = *alike;
        *alike += 1;
        let is_named = name.0.is_some() && name.1.is_some();
        let first = self.first_environments.entry((name, twin)).or_insert(id);
        (twin, if is_named { *first } else { id })
    }
}
