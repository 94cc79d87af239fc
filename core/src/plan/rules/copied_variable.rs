//! Z23, W21: `envVarKey` of a variable that the other service does not have yet, or not at all.

use crate::diff::PartKind;
use crate::graph::{Resolution, resolve_service};
use crate::plan::consequence::Class;
use crate::plan::event::{Event, What, quoted};
use crate::plan::rule::{Effect, PlanRule};
use crate::platform::is_builtin_variable;

pub(super) const Z23: PlanRule = PlanRule::new(&["Z23", "W21"], |event| {
    let copied = copied(event)?;
    let sides = event.sides;
    let existing = sides.matching.of_head(copied.target)?;
    if sides.base_keys.has(existing, copied.key) || sides.base_keys.links_elsewhere(existing) {
        return None;
    }
    let target = quoted(&sides.head.items[copied.target]);
    let (name, key, variable) = (event.name(), copied.key, copied.variable);
    if sides.head_keys.has(copied.target, key) {
        let text = format!(
            "Render refuses `{variable}` of {name}: it copies `{key}` of {target}, which the same sync first adds"
        );
        return Some(
            Effect::new(Class::Refused, text)
                .advice(format!("sync twice: first `{key}` on {target}, then `{variable}`")),
        );
    }
    let text = format!(
        "`{variable}` of {name} copies `{key}` of {target}; Render refuses the sync unless {target} has it in the Dashboard"
    );
    Some(Effect::new(Class::Unknown, text).advice(format!("define `{key}` on {target} first")))
});

/// The same where the sync creates the other service, so that the Dashboard cannot have the variable.
pub(super) const W21: PlanRule = PlanRule::new(&["Z23", "W21"], |event| {
    let copied = copied(event)?;
    let sides = event.sides;
    if sides.matching.of_head(copied.target).is_some()
        || sides.head_keys.has(copied.target, copied.key)
    {
        return None;
    }
    let target = quoted(&sides.head.items[copied.target]);
    let (name, key, variable) = (event.name(), copied.key, copied.variable);
    let text = format!(
        "Render refuses `{variable}` of {name}: it copies `{key}` of {target}, which is new and has no such variable"
    );
    Some(
        Effect::new(Class::Refused, text)
            .advice(format!("define `{key}` on {target}, or correct the name")),
    )
});

/// A variable that copies one of another service of the file.
struct Copied<'e> {
    variable: &'e str,
    key: &'e str,
    /// The item of the other service in the head.
    target: usize,
}

/// What a variable of the head copies; `None` for what Render provides itself, and where nobody can tell.
fn copied<'e>(event: &'e Event<'_>) -> Option<Copied<'e>> {
    let var = match &event.what {
        What::NewVariable { var, .. } => *var,
        _ => event.variable()?.new?,
    };
    let reference = var.from_service.value()?;
    let (key, name) = (reference.env_var_key.text()?, reference.name.text()?);
    if is_builtin_variable(key) {
        return None;
    }
    let head = event.sides.head.blueprint();
    let found = resolve_service(head, event.new?.scope, name, reference.kind.text());
    let Resolution::Found(found) = found else { return None };
    let target = event.sides.head.item_of_resource(found.resource);
    let is_service = event.sides.head.items[target].sort == PartKind::Service;
    let is_known = is_service && !event.sides.head_keys.links_elsewhere(target);
    is_known.then_some(Copied { variable: var.key.text()?, key, target })
}
