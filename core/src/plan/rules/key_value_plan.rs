//! Z30: a Key Value on a smaller plan.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};
use crate::platform::{Kind, cheapest_paid_plan, is_smaller_plan};

pub(super) const Z30: PlanRule = PlanRule::new(&["Z30"], |event| {
    let field = event.field_named("plan").filter(|_| event.kind() == Some(Kind::KeyValue))?;
    let before = field.before.or_else(|| cheapest_paid_plan(Kind::KeyValue))?;
    if is_smaller_plan(Kind::KeyValue, before, field.after?) != Some(true) {
        return None;
    }
    let name = event.name();
    let text = format!(
        "Render refuses the sync: a Key Value never gets a smaller plan, and that of {name} changes {}",
        event.step()
    );
    let effect = Effect::new(Class::Refused, text)
        .advice(format!("keep the plan of {name}, or declare a new Key Value under another name"));
    Some(if field.before.is_none() { effect.inferred() } else { effect })
});
