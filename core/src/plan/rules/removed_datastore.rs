//! Z03: a datastore that leaves the file.

use crate::plan::consequence::Class;
use crate::plan::event::{What, quoted};
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z03: PlanRule = PlanRule::new(&["Z03"], |event| {
    let What::Left(like) = event.what else { return None };
    if !event.is_datastore() {
        return None;
    }
    let name = event.name();
    let bills = if event.is_billed() { " and bills on" } else { "" };
    let text = format!("{name} stays with its data{bills}, and no file manages it");
    let advice = match like {
        Some(like) => format!(
            "move its data to {}, then delete {name} in the Dashboard",
            quoted(&event.sides.head.items[like.head])
        ),
        None => format!("save its data, then delete {name} in the Dashboard"),
    };
    Some(Effect::new(Class::Orphan, text).advice(advice))
});
