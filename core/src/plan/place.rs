//! Where a part or a field of it is in the text.

use crate::diff::{Item, Side, entries};
use crate::model::EnvVar;
use crate::syntax::{Node, Value};
use crate::text::Span;

use super::sides::variables_of;

/// Where to point when the part as a whole is meant.
pub(super) fn of_part(side: &Side<'_>, item: &Item<'_>) -> Option<Span> {
    if let Some(id) = item.resource() {
        return Some(side.blueprint().resource(id).head());
    }
    let name = entries(item.node?).into_iter().find(|(key, _)| *key == "name");
    name.map(|(_, node)| node.span).or(item.node.map(|node| node.span))
}

/// Where a variable is.
pub(super) fn of_variable(var: &EnvVar) -> Span {
    var.key.span().or(var.from_group.span()).unwrap_or(var.span)
}

/// Where a field is; the part where the field goes by a former name.
pub(super) fn of_field(side: &Side<'_>, item: &Item<'_>, field: &str) -> Option<Span> {
    if let Some(key) = field.strip_prefix("envVars.") {
        let vars = variables_of(side.blueprint(), item);
        let group = key.strip_prefix("fromGroup ");
        let named = |var: &&EnvVar| match group {
            Some(group) => var.key.is_absent() && var.from_group.text() == Some(group),
            None => var.key.text().is_some_and(|own| {
                key.strip_prefix(own)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '#']))
            }),
        };
        return vars.iter().find(named).map(of_variable).or_else(|| of_part(side, item));
    }
    let found = item.node.and_then(|node| below(node, field));
    found.or_else(|| of_part(side, item))
}

/// The value of a field below a mapping; of one that is longer than a line, the key.
fn below(node: &Node, field: &str) -> Option<Span> {
    let entry = node.as_mapping()?.iter().find_map(|entry| {
        let key = entry.key.as_scalar()?;
        let rest = field.strip_prefix(key.text.as_str())?;
        (rest.is_empty() || rest.starts_with('.')).then_some((entry, rest.trim_start_matches('.')))
    });
    let (entry, rest) = entry?;
    if let (Value::Mapping(_), false) = (&entry.value.value, rest.is_empty()) {
        return below(&entry.value, rest).or(Some(entry.key.span));
    }
    let scalar = entry.value.as_scalar().is_some() && !entry.value.span.is_empty();
    Some(if scalar { entry.value.span } else { entry.key.span })
}
