//! The smallest edit that turns a *no* into a *yes*: one for each reason, all of them together.

use super::query::ReachQuery;
use crate::graph::{NetNode, Placement, Reason};
use crate::model::{Declaration, Resource, Scope};
use crate::platform::{Kind, cheapest_paid_plan};
use crate::text::TextEdit;

/// What would have to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// As an instruction: "move `worker` to oregon".
    pub title: String,
    /// The edits, all of them together.
    pub edits: Vec<TextEdit>,
}

/// The remedy for all `reasons` at once; `None` if one of them has none.
pub(super) fn remedy(
    question: ReachQuery<'_>,
    caller: &NetNode,
    callee: &NetNode,
    reasons: &[Reason],
) -> Option<Remedy> {
    let mut titles = Vec::new();
    let mut edits = Vec::new();
    for reason in reasons {
        let part = match reason {
            Reason::SameRegion => continue,
            Reason::DifferentRegion => same_region(question, caller, callee)?,
            Reason::ReceiverFreeWeb => paid_plan(question, callee)?,
            Reason::ReceiverCannotReceive => private_service(question, callee)?,
            Reason::IsolatedEnvironment => no_isolation(question, caller, callee)?,
            Reason::SenderNotOnNetwork
            | Reason::SenderCannotSend
            | Reason::OutsideFile
            | Reason::UnknownRegion
            | Reason::UnknownKind
            | Reason::UnknownPlan
            | Reason::UnknownIsolation => return None,
        };
        titles.push(part.title);
        edits.extend(part.edits);
    }
    Some(Remedy { title: titles.join(", and "), edits })
}

fn resource<'a>(question: ReachQuery<'a>, node: &NetNode) -> Option<&'a Resource> {
    node.resource.map(|id| question.blueprint.resource(id))
}

/// Moves the caller to the callee's region: code is easier to move than data.
fn same_region(question: ReachQuery<'_>, caller: &NetNode, callee: &NetNode) -> Option<Remedy> {
    let resource = resource(question, caller)?;
    let Placement::Region(region) = callee.placement else { return None };
    let editor = question.editor(resource.span);
    let edit = editor.set_entry(resource.span, &resource.keys, "region", region.id())?;
    Some(Remedy { title: format!("move `{}` to {}", caller.name, region.id()), edits: vec![edit] })
}

fn paid_plan(question: ReachQuery<'_>, callee: &NetNode) -> Option<Remedy> {
    let plan = resource(question, callee)?.plan.span()?;
    let paid = cheapest_paid_plan(Kind::Web)?;
    Some(Remedy {
        title: format!("give `{}` a paid plan", callee.name),
        edits: vec![TextEdit::replace(plan, paid)],
    })
}

/// A worker becomes a private service, in the references that state its type, too; no other kind that cannot receive traffic
/// becomes one by changing its type.
fn private_service(question: ReachQuery<'_>, callee: &NetNode) -> Option<Remedy> {
    let resource = resource(question, callee)?;
    if resource.kind.kind() != Some(Kind::Worker) || resource.declaration != Declaration::Service {
        return None;
    }
    let edits = question.network.type_words().retyped_if_few(resource, "pserv");
    let title = format!("make `{}` a private service", callee.name);
    (!edits.is_empty()).then_some(Remedy { title, edits })
}

fn no_isolation(question: ReachQuery<'_>, caller: &NetNode, callee: &NetNode) -> Option<Remedy> {
    let mut edits = Vec::new();
    let mut names = Vec::new();
    for id in [caller, callee].into_iter().filter_map(|node| node.environment) {
        if question.blueprint.is_isolated(Scope::Environment(id)) {
            let span = question.blueprint.environment(id).isolation.span()?;
            edits.push(TextEdit::replace(span, "disabled"));
            names.push(format!("`{}`", question.blueprint.environment_label(id)));
        }
    }
    Some(Remedy { title: format!("remove the isolation of {}", names.join(" and ")), edits })
}
