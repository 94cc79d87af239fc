//! A resource that Render refused as it was written, because of its `type` or its list: it was never created, so nothing is
//! left behind.

use crate::plan::consequence::Class;
use crate::plan::event::What;
use crate::plan::matching::was_created;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z02: PlanRule = PlanRule::new(&["Z02", "Z06"], |event| {
    let (What::Left(_), Some(old)) = (&event.what, event.old) else { return None };
    if was_created(&event.sides.base, old) {
        return None;
    }
    let name = event.name();
    let text = format!(
        "{name} was written in a way that Render refuses, so it was most likely never created"
    );
    Some(
        Effect::new(Class::Unknown, text)
            .advice(format!("look in the Dashboard whether {name} exists"))
            .inferred(),
    )
});
