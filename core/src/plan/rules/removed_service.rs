//! Z02: a service that leaves the file.

use crate::plan::consequence::Class;
use crate::plan::event::What;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z02: PlanRule = PlanRule::new(&["Z02"], |event| {
    let What::Left(_) = event.what else { return None };
    let name = event.name();
    let runs = match (event.is_billed(), event.has_disk()) {
        (_, true) => "runs and bills on with its disk",
        (true, false) => "runs and bills on",
        (false, false) => "runs on",
    };
    let text = format!("{name} {runs}, and no file manages it");
    Some(Effect::new(Class::Orphan, text).advice(format!("delete {name} in the Dashboard")))
});
