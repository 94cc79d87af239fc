//! A literal value turned into a reference: the edit that several fixes share.

use super::context::Context;
use crate::emit;
use crate::model::{Literal, Present, Resource, ServiceReference};
use crate::platform::Kind;
use crate::text::TextEdit;

/// Replaces `value: …` by `form` with these entries: as a block where the key has a line of its own, else in braces.
pub(crate) fn as_reference(
    context: &Context<'_>,
    value: &Present<Literal>,
    form: &str,
    entries: &[(&str, &str)],
) -> TextEdit {
    let editor = context.editor();
    let text = if editor.starts_line(value.key) {
        let indent = editor.indent_at(value.key.start());
        emit::entry(form, entries, &indent, editor.line_break())
    } else {
        emit::flow_entry(form, entries)
    };
    TextEdit::replace(value.key.cover(value.span), text)
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
    let mut candidates = context
        .resources
        .iter()
        .filter(|resource| resource.scope == consumer.scope && resource.kind.kind() == Some(kind));
    let (only, None) = (candidates.next()?, candidates.next()) else { return None };
    let name = only.name.text().filter(|_| context.connects(consumer, only))?;
    Some(match kind.blueprint_type() {
        Some(stated) => {
            let entries = [("name", name), ("type", stated), ("property", property)];
            as_reference(context, value, "fromService", &entries)
        }
        None => {
            as_reference(context, value, "fromDatabase", &[("name", name), ("property", property)])
        }
    })
}
