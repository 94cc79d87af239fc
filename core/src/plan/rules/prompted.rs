//! Z13, Z14: a variable with `sync: false` that is new. Render asks for it when it creates the service, and never again.

use crate::diff::PartKind;
use crate::plan::consequence::Class;
use crate::plan::event::What;
use crate::plan::rule::{Effect, PlanRule};
use crate::plan::source::Source;

pub(super) const Z14: PlanRule = PlanRule::new(&["Z14"], |event| {
    let What::NewVariable { var, .. } = event.what else { return None };
    if Source::of(var) != Source::Dashboard || event.sort() == PartKind::Group {
        return None;
    }
    let text = format!("Render asks for `{}` of {} during the sync", var.name(), event.name());
    Some(Effect::new(Class::Prompt, text).advice("have the value at hand"))
});

pub(super) const Z13: PlanRule = PlanRule::new(&["Z13"], |event| {
    let var = match &event.what {
        What::NewVariable { var, .. } => *var,
        _ => event.variable().filter(|change| change.old.is_none())?.new?,
    };
    if Source::of(var) != Source::Dashboard {
        return None;
    }
    let (key, name) = (var.name(), event.name());
    let text =
        format!("Render does not ask for `{key}` of {name}: it stays empty until somebody sets it");
    let advice = if event.sort() == PartKind::Group {
        format!("set `{key}` of the group {name} in the Dashboard")
    } else {
        format!("set `{key}` of {name} in the Dashboard first")
    };
    let effect = Effect::new(Class::SetByHand, text).advice(advice);
    // SPEC speaks of services; that groups are not asked about either is stated elsewhere.
    Some(if event.sort() == PartKind::Group { effect.inferred() } else { effect })
});
