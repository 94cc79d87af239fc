//! Z12: any other field that leaves the file.

use super::immutable::SET_ONCE;
use crate::plan::consequence::Class;
use crate::plan::event::FieldEvent;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z12: PlanRule = PlanRule::documented(&["Z12"], |event| {
    let field = event.field().filter(FieldEvent::is_gone)?;
    let (name, what) = (event.name(), field.name);
    // What is set once cannot go back to a default.
    if event.is_first() && event.is_resource() && !SET_ONCE.contains(&what) {
        let text = format!("`{what}` of {name} goes back to its default");
        let advice = format!("write `{what}` into the file to keep it");
        return Some(Effect::new(Class::Reset, text).advice(advice));
    }
    let text = format!("`{what}` of {name} keeps its current value");
    let effect = Effect::new(Class::Kept, text).advice("write the value that is meant");
    // SPEC speaks of resources.
    Some(if event.is_resource() { effect } else { effect.inferred() })
});
