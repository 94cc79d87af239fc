//! Z24: another source, runtime or command.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};

/// What the next deploy uses.
const SOURCE: [&str; 13] = [
    "branch",
    "repo",
    "rootDir",
    "runtime",
    "buildCommand",
    "startCommand",
    "preDeployCommand",
    "dockerCommand",
    "dockerfilePath",
    "dockerContext",
    "staticPublishPath",
    "schedule",
    "image.url",
];

pub(super) const Z24: PlanRule = PlanRule::documented(&["Z24"], |event| {
    let field = event.field().filter(|field| !field.is_gone() && SOURCE.contains(&field.name))?;
    let text = format!("`{}` of {} changes; the next deploy uses it", field.name, event.name());
    Some(Effect::new(Class::InPlace, text))
});
