//! Z34: `initialDeployHook` has run.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z34: PlanRule = PlanRule::new(&["Z34"], |event| {
    event.field_named("initialDeployHook")?;
    let text = format!(
        "`initialDeployHook` of {} runs at the first deploy only, and that is over",
        event.name()
    );
    Some(Effect::new(Class::Kept, text).advice("run the command by hand, or in `preDeployCommand`"))
});
