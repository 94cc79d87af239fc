//! Z24: another source, runtime or command.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};
use crate::platform::USED_BY_NEXT_DEPLOY;

pub(super) const Z24: PlanRule = PlanRule::new(&["Z24"], |event| {
    let field = event.field().filter(|field| !field.is_gone())?;
    if !USED_BY_NEXT_DEPLOY.contains(&field.name) {
        return None;
    }
    let text = format!("`{}` of {} changes; the next deploy uses it", field.name, event.name());
    Some(Effect::new(Class::InPlace, text))
});
