//! A literal value turned into a reference: the edit that several fixes share.

use super::Context;
use crate::emit;
use crate::model::{Literal, Present};
use crate::text::TextEdit;

/// Replaces `value: …` by `form` with these entries: as a block where the key has a line of its own, else in braces.
pub(super) fn as_reference(
    context: &Context<'_>,
    value: &Present<Literal>,
    form: &str,
    entries: &[(&str, &str)],
) -> TextEdit {
    let editor = context.editor();
    let text = if editor.starts_line(value.key) {
        let indent = editor.indent_at(value.key.start());
        emit::entry(form, emit::mapping(entries), &indent, editor.line_break())
    } else {
        emit::flow_entry(form, entries)
    };
    TextEdit::replace(value.key.cover(value.span), text)
}
