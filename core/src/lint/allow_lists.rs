//! Entries of allow lists with their spans, for the rules about single ranges.

use ipnet::Ipv4Net;

use super::context::Context;
use super::finding::Finding;
use crate::model::{IpRule, Present, Resource};
use crate::text::Span;

/// An entry with a source.
pub(crate) struct ListEntry<'a> {
    /// Whose list it is.
    pub(crate) resource: &'a Resource,
    /// The list.
    pub(crate) list: &'a Present<Vec<IpRule>>,
    /// Which entry, from 0.
    pub(crate) index: usize,
    /// The source as it reads.
    pub(crate) text: &'a str,
    /// Where it is.
    pub(crate) span: Span,
    /// The range, when it can be read.
    pub(crate) range: Option<Ipv4Net>,
}

/// Every entry of every allow list, in source order.
pub(crate) fn list_entries<'a>(
    context: &Context<'a>,
) -> impl Iterator<Item = ListEntry<'a>> + use<'a> {
    context.resources.iter().flat_map(|resource| {
        let lists = resource.ip_allow_list.present().into_iter();
        lists.flat_map(move |list| {
            list.value.iter().enumerate().filter_map(move |(index, rule)| {
                let (text, span) = rule.source.as_ref()?;
                Some(ListEntry { resource, list, index, text, span: *span, range: rule.range })
            })
        })
    })
}

impl ListEntry<'_> {
    /// A finding on the source of the entry.
    pub(crate) fn finding(
        &self,
        context: &Context<'_>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Finding {
        let path = format!("{}.ipAllowList[{}].source", self.resource.path, self.index);
        Finding::new(self.span, path, message, help).on(context, self.resource.id)
    }
}
