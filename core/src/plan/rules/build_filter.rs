//! Z10: a build filter that leaves the file.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z10: PlanRule = PlanRule::new(&["Z10"], |event| {
    let field =
        event.field().filter(|field| field.name.starts_with("buildFilter") && field.is_gone())?;
    let name = event.name();
    let has_more =
        event.new_resource().is_some_and(|resource| resource.written("buildFilter").is_some());
    let text = if has_more {
        format!("`{}` of {name} is emptied", field.name)
    } else {
        format!("the build filter of {name} is emptied: every commit deploys it")
    };
    Some(Effect::new(Class::Reset, text).advice("keep the filter in the file"))
});
