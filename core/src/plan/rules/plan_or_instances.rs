//! Z17: another plan or number of instances.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z17: PlanRule = PlanRule::new(&["Z17"], |event| {
    let field = event.field().filter(|field| !field.is_gone() && event.is_resource())?;
    let what = match field.name {
        "plan" => "the plan",
        "numInstances" => "the number of instances",
        _ => return None,
    };
    let text = format!(
        "{what} of {} changes {}; it restarts, and the price changes",
        event.name(),
        event.step()
    );
    Some(Effect::new(Class::InPlace, text))
});
