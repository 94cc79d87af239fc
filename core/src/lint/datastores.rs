//! Which datastores there are where.

use std::collections::BTreeMap;

use crate::model::{Resource, ResourceId, Scope};
use crate::platform::Kind;

/// The only datastore of each kind in each scope; `None` where there are several.
pub(super) struct Datastores(BTreeMap<(Scope, Kind), Option<ResourceId>>);

impl Datastores {
    /// Those among some resources.
    pub(super) fn of(resources: &[Resource]) -> Self {
        let mut out = BTreeMap::new();
        for resource in resources {
            let Some(kind) = resource.kind.kind().filter(|kind| kind.is_datastore()) else {
                continue;
            };
            let only = |known: &mut Option<ResourceId>| *known = None;
            out.entry((resource.scope, kind)).and_modify(only).or_insert(Some(resource.id));
        }
        Self(out)
    }

    /// The only one of a kind in a scope.
    pub(super) fn only(&self, scope: Scope, kind: Kind) -> Option<ResourceId> {
        self.0.get(&(scope, kind)).copied().flatten()
    }
}
