//! Z22: a part in another environment.

use crate::model::Scope;
use crate::plan::consequence::Class;
use crate::plan::event::What;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z22: PlanRule = PlanRule::new(&["Z22"], |event| {
    let (What::Scope, Some(old), Some(new)) = (&event.what, event.old, event.new) else {
        return None;
    };
    let name = event.name();
    let (base, head) = (event.sides.base.blueprint(), event.sides.head.blueprint());
    let (from, to) = (base.scope_label(old.scope), head.scope_label(new.scope));
    if matches!(new.scope, Scope::Root(_)) && matches!(old.scope, Scope::Environment(_)) {
        let text =
            format!("{name} keeps its environment `{from}`, though the file no longer names it");
        let advice = format!("move {name} in the Dashboard, or to the `ungrouped` list");
        return Some(Effect::new(Class::Kept, text).advice(advice));
    }
    let mut text = format!("{name} moves from `{from}` to `{to}` in place");
    match (base.is_isolated(old.scope), head.is_isolated(new.scope)) {
        (false, true) => text.push_str("; from then on only that environment reaches it privately"),
        (true, false) => text.push_str(
            "; from then on the isolation of the former environment no longer protects it",
        ),
        (true, true) => {
            text.push_str("; both are isolated, so what reached it privately does no longer");
        }
        (false, false) => {}
    }
    Some(Effect::new(Class::InPlace, text))
});
