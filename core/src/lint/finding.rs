//! What a rule reports.

use super::context::{Context, VariableOwner};
use super::references::Reference;
use crate::diagnostics::{Category, Fix, Related, Safety, Severity, Subject};
use crate::graph::NetEdge;
use crate::model::ResourceId;
use crate::text::{Span, TextEdit};

/// Most edits of one fix. What needs more is another kind of file, and its report would be larger than its text.
const MOST_EDITS: usize = 10_000;

/// What a rule reports; the rule's own facts are added by [`check`](super::check()). It is handed from call to call
/// while it grows, so it is no larger than a pointer.
pub struct Finding {
    pub(crate) report: Box<Report>,
}

/// What there is to say.
pub(crate) struct Report {
    pub(crate) severity: Option<Severity>,
    pub(crate) category: Option<Category>,
    pub(crate) facts: Option<&'static [&'static str]>,
    pub(crate) message: String,
    pub(crate) help: String,
    pub(crate) span: Span,
    pub(crate) path: String,
    pub(crate) related: Vec<Related>,
    pub(crate) fixes: Vec<Fix>,
    pub(crate) subject: Subject,
}

impl Finding {
    /// A finding at `span`: what is wrong, and what to do about it.
    pub fn new(
        span: Span,
        path: impl Into<String>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::of(span, path.into(), message.into(), help.into())
    }

    fn of(span: Span, path: String, message: String, help: String) -> Self {
        Self {
            report: Box::new(Report {
                severity: None,
                category: None,
                facts: None,
                message,
                help,
                span,
                path,
                related: Vec::new(),
                fixes: Vec::new(),
                subject: Subject::default(),
            }),
        }
    }

    /// Less severe than the rule usually is.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.report.severity = Some(severity);
        self
    }

    /// About something else than the rule usually is.
    #[must_use]
    pub fn category(mut self, category: Category) -> Self {
        self.report.category = Some(category);
        self
    }

    /// Rests on these of the rule's facts.
    #[must_use]
    pub fn facts(mut self, facts: &'static [&'static str]) -> Self {
        if cfg!(feature = "rule-pages") {
            self.report.facts = Some(facts);
        }
        self
    }

    /// Another span that explains it.
    #[must_use]
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.report.related.push(Related { span, file: None, message: message.into() });
        self
    }

    /// A fix. One without edits, or with edits of the same text, is left out.
    #[must_use]
    pub fn fix(mut self, title: impl Into<String>, safety: Safety, edits: Vec<TextEdit>) -> Self {
        if !edits.is_empty() && edits.len() <= MOST_EDITS && are_apart(&edits) {
            self.report.fixes.push(Fix { title: title.into(), safety, edits });
        }
        self
    }

    /// Marks it on a resource.
    #[must_use]
    pub fn on(mut self, context: &Context<'_>, resource: ResourceId) -> Self {
        self.report.subject.node = context.node_id(resource);
        self
    }

    /// Marks it on another resource as well.
    #[must_use]
    pub fn also_on(mut self, context: &Context<'_>, resource: ResourceId) -> Self {
        self.report.subject.also.extend(context.node_id(resource));
        self
    }

    /// Marks it on the service that holds a variable; a group is no part of the picture.
    #[must_use]
    pub fn on_owner(self, context: &Context<'_>, owner: VariableOwner<'_>) -> Self {
        match owner {
            VariableOwner::Resource(resource) => self.on(context, resource.id),
            VariableOwner::Group(_) => self,
        }
    }

    /// Marks it on the edge of a reference and on its consumer.
    #[must_use]
    pub fn on_reference(self, context: &Context<'_>, reference: &Reference<'_>) -> Self {
        let edge = context.edge_of(reference).map(|(_, edge)| edge.id.clone());
        let mut finding = self.on(context, reference.consumer.id);
        finding.report.subject.edge = edge;
        finding
    }

    /// Marks it on an edge and on a resource.
    #[must_use]
    pub fn on_edge(self, context: &Context<'_>, resource: ResourceId, edge: &NetEdge) -> Self {
        let mut finding = self.on(context, resource);
        finding.report.subject.edge = Some(edge.id.clone());
        finding
    }
}

/// Whether no two edits touch the same text.
fn are_apart(edits: &[TextEdit]) -> bool {
    let mut spans: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
    crate::sort::ascending(&mut spans);
    spans.windows(2).all(|pair| pair[0].end() <= pair[1].start())
}
