//! Z35: any other field that is new or changes.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z35: PlanRule = PlanRule::new(&["Z35"], |event| {
    let field = event.field()?;
    let text = format!("`{}` of {} changes in place", field.name, event.name());
    Some(Effect::new(Class::InPlace, text))
});
