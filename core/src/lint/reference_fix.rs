//! A literal value turned into a reference: the edit that several fixes share.

use super::context::Context;
use crate::emit;
use crate::model::{Literal, Present, Scope};
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

/// The value as a reference to the only datastore of `kind` in `scope`; with several of them, or none, there is
/// nothing to go by.
pub(crate) fn as_only_datastore(
    context: &Context<'_>,
    value: &Present<Literal>,
    scope: Scope,
    kind: Kind,
    property: &str,
) -> Option<TextEdit> {
    let mut candidates = context
        .blueprint
        .resources
        .iter()
        .filter(|resource| resource.scope == scope && resource.kind.kind() == Some(kind));
    let (only, None) = (candidates.next()?, candidates.next()) else { return None };
    let name = only.name.text()?;
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
