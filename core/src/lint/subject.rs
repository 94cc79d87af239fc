//! What a finding is about when its rule does not say so: the resource whose declaration holds the text at fault.

use super::context::Context;
use crate::diagnostics::Diagnostic;
use crate::graph::NetNode;
use crate::platform::Kind;
use crate::text::Span;

/// Gives every finding that is marked on nothing the node around it, if there is one.
pub(super) fn mark_declarations(context: &Context<'_>, diagnostics: &mut [Diagnostic]) {
    let nodes = context.resources.iter().filter_map(|resource| context.node(resource.id));
    let nodes = nodes.map(|node| context.network.node(node));
    let mut declared: Vec<(Span, &NetNode)> =
        nodes.filter_map(|node| Some((node.extent?, node))).collect();
    crate::sort::by_key(&mut declared, |(extent, _)| extent.start);
    for diagnostic in diagnostics {
        let subject = &mut diagnostic.subject;
        if subject.node.is_none() && subject.edge.is_none() {
            subject.node = around(&declared, diagnostic.span).map(|node| node.id.clone());
        }
    }
}

/// The innermost declaration that holds the start of `span`. Only read replicas are declared inside another one.
fn around<'a>(declared: &[(Span, &'a NetNode)], span: Span) -> Option<&'a NetNode> {
    let before = declared.partition_point(|(extent, _)| extent.start <= span.start);
    for (extent, node) in declared[..before].iter().rev() {
        if span.start < extent.end {
            return Some(node);
        }
        if node.resource_kind() != Some(Kind::Replica) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::analysis::Analysis;

    #[test]
    fn a_finding_is_marked_on_the_declaration_around_it() {
        let text = "services:\n  - {type: web, name: a, runtime: node, plan: huge}\n  - {type: worker, name: b, runtime: docker}\ndatabases:\n  - name: d\n    readReplicas: [{name: r}, {name: r}]\n";
        let analysis = Analysis::new(text);
        let of = |rule: &str| {
            let found = analysis.diagnostics().iter().find(|found| found.rule == rule);
            found.and_then(|found| found.subject.node.clone())
        };
        assert_eq!(of("unknown-plan").as_deref(), Some("web:a"), "{:?}", analysis.diagnostics());
        assert_eq!(of("duplicate-name").as_deref(), Some("replica:r#2"));
        let broken = Analysis::new("previews: {generation: sometimes}\nservices: []\n");
        assert!(broken.diagnostics().iter().all(|found| found.subject.node.is_none()));
    }
}
