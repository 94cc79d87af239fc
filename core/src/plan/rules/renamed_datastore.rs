//! Z05: a datastore under a new name.

use crate::plan::consequence::Class;
use crate::plan::event::{What, quoted};
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z05: PlanRule = PlanRule::new(&["Z05"], |event| {
    let What::Created(Some(like)) = event.what else { return None };
    if !event.is_datastore() {
        return None;
    }
    let (new, old) = (event.name(), quoted(&event.sides.base.items[like.base]));
    let text = format!(
        "{new} is created empty; it looks renamed from {old} ({}), which keeps the data, and every reference to {new} gives the empty one",
        like.reason
    );
    let advice = format!("keep the name {old}, or move the data to {new} before anything uses it");
    Some(Effect::new(Class::DataLoss, text).advice(advice))
});
