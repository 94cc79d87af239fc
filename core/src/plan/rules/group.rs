//! Z21: a group under a new name, and one that leaves the file.

use crate::diff::PartKind;
use crate::plan::consequence::Class;
use crate::plan::event::{What, quoted};
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z21: PlanRule = PlanRule::new(&["Z21"], |event| {
    if event.sort() != PartKind::Group {
        return None;
    }
    let name = event.name();
    match event.what {
        What::Created(Some(like)) => {
            let old = quoted(&event.sides.base.items[like.base]);
            let text = format!(
                "the group {name} is created as a second one; it looks renamed from {old} ({}), which stays",
                like.reason
            );
            let advice = format!("delete the group {old} in the Dashboard when nothing links it");
            Some(Effect::new(Class::Replace, text).advice(advice))
        }
        What::Left(_) => {
            let text = format!("the group {name} stays with its variables, and no file manages it");
            let advice = format!("delete the group {name} in the Dashboard when nothing links it");
            Some(Effect::new(Class::Orphan, text).advice(advice))
        }
        _ => None,
    }
});
