//! Z04: a service under a new name.

use crate::plan::consequence::Class;
use crate::plan::event::{What, quoted};
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z04: PlanRule = PlanRule::new(&["Z04"], |event| {
    let What::Created(Some(like)) = event.what else { return None };
    let (new, old) = (event.name(), quoted(&event.sides.base.items[like.base]));
    let text = format!(
        "{new} is created as a second one; it looks renamed from {old} ({}), which stays under its name and address",
        like.reason
    );
    let text = if event.has_disk() {
        format!("{text}; the disk of {new} starts empty, and {old} keeps what is on its own")
    } else {
        text
    };
    let advice = format!("keep the name {old}, or delete {old} in the Dashboard when {new} works");
    Some(Effect::new(Class::Replace, text).advice(advice))
});
