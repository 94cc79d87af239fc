//! Z08: a variable or a link to a group that leaves the file.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z08: PlanRule = PlanRule::new(&["Z08"], |event| {
    let name = event.name();
    if let Some(group) = event.linked_group() {
        if !event.field()?.is_gone() {
            return None;
        }
        let text = format!("{name} most likely stays linked to the group `{group}`");
        let advice = format!("unlink `{group}` from {name} in the Dashboard");
        return Some(Effect::new(Class::Kept, text).advice(advice).inferred());
    }
    let change = event.variable().filter(|change| change.new.is_none())?;
    let key = change.key;
    let text = format!("`{key}` of {name} stays with its last value");
    Some(
        Effect::new(Class::Kept, text).advice(format!("delete `{key}` of {name} in the Dashboard")),
    )
});
