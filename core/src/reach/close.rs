//! The usual way to close an entry point: an empty allow list. Private traffic ignores the list, so no private
//! connection breaks.

use super::query::ReachQuery;
use super::remedy::Remedy;
use crate::graph::NodeRef;
use crate::model::{Declaration, Field, Resource};
use crate::platform::Kind;
use crate::text::TextEdit;

/// Closes a datastore to the internet; `None` for web services and static sites, which exist to be called, and for what
/// is already closed or cannot be edited.
pub fn close(question: ReachQuery<'_>, node: NodeRef) -> Option<Remedy> {
    let data = question.network.node(node);
    let resource = question.blueprint.resource(data.resource?);
    let closable = resource.kind.kind().is_some_and(Kind::is_datastore)
        && !matches!(resource.declaration, Declaration::Replica { .. });
    if !closable || !data.exposure.is_entry_point() {
        return None;
    }
    let title = format!("close `{}` to the internet", resource.label());
    Some(Remedy { title, edits: vec![allow_only(question, resource, &[])?] })
}

/// The edit that leaves exactly `ranges` in a resource's allow list.
pub(crate) fn allow_only(
    question: ReachQuery<'_>,
    resource: &Resource,
    ranges: &[String],
) -> Option<TextEdit> {
    let list: Vec<String> =
        ranges.iter().map(|range| format!("{{source: {}}}", crate::edit::quoted(range))).collect();
    let line = format!("ipAllowList: [{}]", list.join(", "));
    match &resource.ip_allow_list {
        Field::Absent => {
            let after = resource.written("name").or_else(|| resource.keys.first())?;
            question.editor(resource.span).add_entry(after, &line)
        }
        written => {
            let (key, value) = (written.key_span()?, written.span()?);
            // A list that comes from an alias or a merged mapping is elsewhere in the file, and not this resource's
            // alone.
            let own = key.end <= value.start && resource.span.contains(key.cover(value));
            own.then(|| TextEdit::replace(key.cover(value), line))
        }
    }
}
