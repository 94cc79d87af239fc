//! Where the type of a resource is said, for fixes that change it: at the resource itself, and in the references to it.

use std::collections::BTreeMap;

use super::references::{Reference, Via};
use crate::model::{Resource, ResourceId};
use crate::sort;
use crate::text::{Span, TextEdit};

/// The types that references state.
pub(super) struct TypeWords {
    /// Where references to a resource state its type, in source order, each place once.
    places: BTreeMap<ResourceId, Vec<Span>>,
    /// What the word at a place is the type of. `None` when that is several things, by an anchor or a merge key, or
    /// nothing that is declared.
    meant: BTreeMap<Span, Option<ResourceId>>,
}

impl TypeWords {
    /// Those of some references. Takes n log n.
    pub(super) fn of(references: &[Reference<'_>]) -> Self {
        let mut out = Self { places: BTreeMap::new(), meant: BTreeMap::new() };
        for reference in references {
            let Via::Service(service) = reference.via else { continue };
            let Some(place) = service.value.kind.present().map(|kind| kind.span) else { continue };
            let target = reference.declared().map(|target| target.id);
            let meant = out.meant.entry(place).or_insert(target);
            if *meant != target {
                *meant = None;
            }
            if let Some(target) = target {
                out.places.entry(target).or_default().push(place);
            }
        }
        for places in out.places.values_mut() {
            sort::ascending(places);
            places.dedup();
        }
        out
    }

    /// Where references to a resource state its type, each place once.
    pub(super) fn stated(&self, target: ResourceId) -> &[Span] {
        self.places.get(&target).map_or(&[], Vec::as_slice)
    }

    /// The edits that give a resource another type, in its own field and in every reference that states it. None when it
    /// states no type, or when one of these words is the type of something else, too.
    pub(super) fn retyped(&self, resource: &Resource, to: &str) -> Vec<TextEdit> {
        let Some(written) = resource.type_field.span() else { return Vec::new() };
        let stated = self.stated(resource.id);
        let places = std::iter::once(written).chain(stated.iter().copied());
        let is_only =
            |place: &Span| self.meant.get(place).is_none_or(|meant| *meant == Some(resource.id));
        if !places.clone().all(|place| is_only(&place)) {
            return Vec::new();
        }
        places.map(|place| TextEdit::replace(place, to)).collect()
    }
}
