//! Z29: a variable that leaves a service for a group that the service links.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z29: PlanRule = PlanRule::new(&["Z29"], |event| {
    let change = event.variable().filter(|change| change.new.is_none())?;
    let item = event.sides.head.item_of_resource(event.new?.resource()?);
    let group = event.sides.head_keys.group_with(item, change.key)?;
    let (key, name) = (change.key, event.name());
    let text = format!(
        "`{key}` leaves {name} for the group `{group}`, but {name} keeps its own former value, and that one wins"
    );
    Some(
        Effect::new(Class::Kept, text).advice(format!("delete `{key}` of {name} in the Dashboard")),
    )
});
