//! Where the type of a resource is said, for edits that change it: at the resource itself, and in the references to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Resource, ResourceId};
use crate::text::{Span, TextEdit};

/// Most references that a change of a type is offered for where it is offered once for each of them.
const FEW: usize = 12;

/// The types that references state.
#[derive(Clone, Debug, Default)]
pub struct TypeWords {
    /// Where references to a resource state its type, each place once.
    places: BTreeMap<ResourceId, BTreeSet<Span>>,
    /// What the word at a place is the type of. `None` when that is several things, by an anchor or a merge key, or
    /// nothing that is declared.
    meant: BTreeMap<Span, Option<ResourceId>>,
}

impl TypeWords {
    /// Adds the word at `place`, which a reference to `target` states.
    pub(super) fn add(&mut self, place: Span, target: Option<ResourceId>) {
        let meant = self.meant.entry(place).or_insert(target);
        if *meant != target {
            *meant = None;
        }
        if let Some(target) = target {
            self.places.entry(target).or_default().insert(place);
        }
    }

    /// The edits that give a resource another type, in its own field and in every reference that states it. None when it
    /// states no type, or when one of these words is the type of something else, too.
    pub(crate) fn retyped(&self, resource: &Resource, to: &str) -> Vec<TextEdit> {
        let Some(written) = resource.type_field.span() else { return Vec::new() };
        let stated = self.places.get(&resource.id).into_iter().flatten().copied();
        let places = std::iter::once(written).chain(stated);
        let is_only =
            |place: Span| self.meant.get(&place).is_none_or(|meant| *meant == Some(resource.id));
        if !places.clone().all(is_only) {
            return Vec::new();
        }
        places.map(|place| TextEdit::replace(place, to)).collect()
    }

    /// The same for what is offered once for each reference: none when more than a few state the type, since all of that
    /// would be as much as the square of their number.
    pub(crate) fn retyped_if_few(&self, resource: &Resource, to: &str) -> Vec<TextEdit> {
        let stated = self.places.get(&resource.id).map_or(0, BTreeSet::len);
        if stated <= FEW { self.retyped(resource, to) } else { Vec::new() }
    }
}
