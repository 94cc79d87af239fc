//! Z25: a part in another Blueprint of the workspace, which takes over what exists.

use crate::plan::consequence::Class;
use crate::plan::event::What;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z25: PlanRule = PlanRule::new(&["Z25"], |event| {
    let (What::File, Some(old), Some(new)) = (&event.what, event.old, event.new) else {
        return None;
    };
    let name = event.name();
    let (base, head) = (event.sides.base.blueprint(), event.sides.head.blueprint());
    let from = &base.root(base.file_of(old.scope)).path;
    let to = &head.root(head.file_of(new.scope)).path;
    let text = format!(
        "{name} moves from `{from}` to `{to}`: the Blueprint of `{to}` takes it over as it is, the other lets go of it"
    );
    let advice = format!("make sure that the Dashboard has a Blueprint for `{to}`");
    Some(Effect::new(Class::Adopt, text).advice(advice).inferred())
});
