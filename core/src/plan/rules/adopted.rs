//! Z25: a resource that exists already, at the first sync.

use crate::plan::consequence::Class;
use crate::plan::event::What;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z25: PlanRule = PlanRule::new(&["Z25"], |event| {
    let What::TakenOver = event.what else { return None };
    let name = event.name();
    let text = format!("{name} exists; the sync takes it over and configures it as the file says");
    Some(
        Effect::new(Class::Adopt, text)
            .advice(format!("give the new one another name if {name} is not meant")),
    )
});
