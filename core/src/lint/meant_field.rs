//! The field that somebody meant by one that Render does not know.

use super::context::Context;
use super::suggest::nearest;
use crate::platform::{FieldFacts, field, fields_of, meant_field};
use crate::schema::Violation;

/// The field that is most likely meant, unless it is there already.
pub(crate) fn meant_field_of(
    context: &Context<'_>,
    violation: &Violation,
) -> Option<&'static FieldFacts> {
    let (node, name) = (violation.node, violation.field.as_str());
    let present = || fields_of(node).filter(|row| row.replaced_by.is_none()).map(|row| row.name);
    let meant = match meant_field(node, name).or_else(|| nearest(name, present()))? {
        "startCommand" if on_docker(context, violation) => "dockerCommand",
        meant => meant,
    };
    field(node, meant).filter(|_| !violation.siblings.has(meant))
}

/// Whether the service of an unknown field runs on Docker, which refuses `startCommand`.
fn on_docker(context: &Context<'_>, violation: &Violation) -> bool {
    let written =
        ["runtime", "env"].iter().filter_map(|name| violation.siblings.named(name).next());
    let first = written.min_by_key(|key| key.span);
    first.is_some_and(|key| matches!(key.value.slice(context.text), "docker" | "image"))
}
