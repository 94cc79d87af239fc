//! A literal value turned into a reference: the edit that several fixes share.

use super::context::Context;
use crate::emit;
use crate::graph::{Resolution, resolve_database, resolve_service};
use crate::model::{Literal, Present, Resource, ResourceId, ServiceReference};
use crate::platform::Kind;
use crate::text::TextEdit;

/// Replaces `value: …` by `form` with these entries: as a block where the key has a line of its own, else in braces. `None`
/// when the name would mean something else than `target` where `consumer` stands.
pub(crate) fn as_reference(
    context: &Context<'_>,
    value: &Present<Literal>,
    (consumer, target): (ResourceId, ResourceId),
    form: &str,
    entries: &[(&str, &str)],
) -> Option<TextEdit> {
    if !is_named(context, consumer, target) {
        return None;
    }
    let editor = context.editor();
    let text = if editor.starts_line(value.key) {
        let indent = editor.indent_at(value.key.start());
        emit::entry(form, entries, &indent, editor.line_break)
    } else {
        emit::flow_entry(form, entries)
    };
    Some(TextEdit::replace(value.key.cover(value.span), text))
}

/// Whether a reference with the name and the type of `target` means it where `consumer` stands: a nearer resource may have
/// the name, too.
fn is_named(context: &Context<'_>, consumer: ResourceId, target: ResourceId) -> bool {
    let (scope, meant) =
        (context.blueprint.resource(consumer).scope, context.blueprint.resource(target));
    let (Some(name), Some(kind)) = (meant.name.text(), meant.kind.kind()) else { return false };
    let found = match kind.blueprint_type() {
        Some(stated) => resolve_service(context.blueprint, scope, name, Some(stated)),
        None => resolve_database(context.blueprint, scope, name),
    };
    matches!(found, Resolution::Found(found) if found.resource == target)
}

/// Asks for the public address of a web service instead of a property: its host where the variable is named like one.
pub(crate) fn public_address_edits(
    variable: Option<&str>,
    reference: &Present<ServiceReference>,
) -> Vec<TextEdit> {
    let property = &reference.value.property;
    // Both a property and a variable: another rule asks which of them is meant.
    if !reference.value.env_var_key.is_absent() {
        return Vec::new();
    }
    let (Some(key), Some(value)) = (property.key_span(), property.present()) else {
        return Vec::new();
    };
    let host = variable.is_some_and(|name| {
        name.rsplit('_').next().is_some_and(|word| matches!(word, "HOST" | "HOSTNAME" | "DOMAIN"))
    });
    let public = if host { "RENDER_EXTERNAL_HOSTNAME" } else { "RENDER_EXTERNAL_URL" };
    vec![TextEdit::replace(key, "envVarKey"), TextEdit::replace(value.span, public)]
}

/// The value as a reference to the only datastore of `kind` in the scope of `consumer`, when the private network leads
/// there; with several of them, or none, there is nothing to go by.
pub(crate) fn as_only_datastore(
    context: &Context<'_>,
    value: &Present<Literal>,
    consumer: &Resource,
    kind: Kind,
    property: &str,
) -> Option<TextEdit> {
    let only = context.datastores().only(consumer.scope, kind)?;
    let only = context.blueprint.resource(only);
    let name = only.name.text().filter(|_| context.connects(consumer, only))?;
    let ends = (consumer.id, only.id);
    let mut entries = vec![("name", name), ("property", property)];
    let Some(stated) = kind.blueprint_type() else {
        return as_reference(context, value, ends, "fromDatabase", &entries);
    };
    entries.insert(1, ("type", stated));
    as_reference(context, value, ends, "fromService", &entries)
}
