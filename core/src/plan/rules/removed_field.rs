//! Z12: any other field that leaves the file.

use crate::diff::PartKind;
use crate::plan::consequence::Class;
use crate::plan::event::{Event, FieldEvent};
use crate::plan::rule::{Effect, PlanRule};
use crate::platform::{SET_ONCE, SchemaNode, field as known_field};

pub(super) const Z12: PlanRule = PlanRule::new(&["Z12"], |event| {
    let field = event.field().filter(FieldEvent::is_gone)?;
    let (name, what) = (event.name(), field.name);
    // What is set once cannot go back to a default.
    if event.is_first() && event.is_resource() && !SET_ONCE.contains(&what) {
        let text = format!("`{what}` of {name} goes back to its default");
        let advice = format!("write `{what}` into the file to keep it");
        return Some(Effect::new(Class::Reset, text).advice(advice));
    }
    if !is_known(event, what) {
        let text = format!(
            "`{what}` is no field that {name} can have, so nothing was set and nothing changes"
        );
        return Some(Effect::new(Class::Kept, text));
    }
    let text = format!("`{what}` of {name} keeps its current value");
    let effect = Effect::new(Class::Kept, text).advice("write the value that is meant");
    // SPEC speaks of resources.
    Some(if event.is_resource() { effect } else { effect.inferred() })
});

/// Whether the part can have a field of that name.
fn is_known(event: &Event<'_>, field: &str) -> bool {
    let node = match (event.sort(), event.old.and_then(|old| old.kind)) {
        (PartKind::Service, Some(kind)) => SchemaNode::Service(kind),
        (PartKind::Database, _) => SchemaNode::Database,
        _ => return true,
    };
    // Variables have their own keys, and what they hold is below those.
    let name = field.split('.').next().unwrap_or(field);
    name.starts_with("envVars") || known_field(node, name).is_some()
}
