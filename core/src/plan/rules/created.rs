//! Z01: a part that is new.

use crate::diff::PartKind;
use crate::plan::consequence::Class;
use crate::plan::event::What;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z01: PlanRule = PlanRule::new(&["Z01", "Z25"], |event| {
    let What::Created(_) = event.what else { return None };
    let name = event.name();
    let text = match event.sort() {
        PartKind::Project => format!("the project {name} is created"),
        PartKind::Environment => format!("the environment {name} is created"),
        PartKind::Group => format!("the group {name} is created"),
        _ if event.is_datastore() => format!("{name} is created empty"),
        _ => format!("{name} is created"),
    };
    let text = if event.is_billed() { format!("{text}, and costs from then on") } else { text };
    let effect = Effect::new(Class::Create, text);
    Some(if event.is_resource() {
        effect.advice(format!("if {name} exists outside the file, the sync takes it over"))
    } else {
        effect
    })
});
