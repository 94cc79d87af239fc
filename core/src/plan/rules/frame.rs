//! A project or an environment that leaves the file: nothing is deleted, and what was in it keeps it (Z22).

use crate::diff::PartKind;
use crate::plan::consequence::Class;
use crate::plan::event::What;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z02: PlanRule = PlanRule::new(&["Z02", "Z22"], |event| {
    let What::Left(_) = event.what else { return None };
    let what = match event.sort() {
        PartKind::Project => "project",
        PartKind::Environment => "environment",
        _ => return None,
    };
    let name = event.name();
    Some(
        Effect::new(Class::Kept, format!("the {what} {name} stays, and no file manages it"))
            .advice(format!("delete the {what} {name} in the Dashboard when it is empty"))
            .inferred(),
    )
});
