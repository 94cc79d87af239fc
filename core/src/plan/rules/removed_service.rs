//! Z02: a service that leaves the file.

use crate::plan::consequence::Class;
use crate::plan::event::What;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z02: PlanRule = PlanRule::documented(&["Z02"], |event| {
    let What::Left(_) = event.what else { return None };
    let name = event.name();
    let text = format!("{name} runs and bills on, and no file manages it");
    Some(Effect::new(Class::Orphan, text).advice(format!("delete {name} in the Dashboard")))
});
