//! Reasons in words, with the spans that cause them.

use crate::graph::{NetNode, Placement, Reason};
use crate::model::{Blueprint, DeclaredKind, Resource, Scope};
use crate::platform::Kind;
use crate::text::Span;

/// One reason with its words and the spans that cause it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Which reason.
    pub reason: Reason,
    /// In words: lower case, no full stop.
    pub text: String,
    /// The spans in the file that say so; empty if the cause is a missing field of a resource without a name.
    pub spans: Vec<Span>,
}

/// One reason about a caller and a callee.
pub(super) fn explain(
    blueprint: &Blueprint,
    caller: &NetNode,
    callee: &NetNode,
    reason: Reason,
) -> Explanation {
    let (from, to) = (&caller.name, &callee.name);
    let kind =
        |node: &NetNode| node.resource_kind().map_or("a resource of unknown kind", Kind::a_words);
    let text = match reason {
        Reason::SameRegion => format!("both are in {}", region(caller)),
        Reason::DifferentRegion => {
            format!(
                "`{from}` is in {}, `{to}` in {}: two private networks",
                region(caller),
                region(callee)
            )
        }
        Reason::SenderNotOnNetwork => {
            format!("`{from}` is a static site, outside every private network")
        }
        Reason::SenderCannotSend => {
            format!("`{from}` is {}: it answers connections but opens none", kind(caller))
        }
        Reason::ReceiverCannotReceive => {
            format!(
                "`{to}` is {}: it receives no private traffic and has no internal hostname",
                kind(callee)
            )
        }
        Reason::ReceiverFreeWeb => {
            format!("`{to}` is a free web service: it sends private traffic but receives none")
        }
        Reason::IsolatedEnvironment => {
            let environments = isolated(blueprint, caller, callee)
                .map(|(label, _)| format!("`{label}`"))
                .collect::<Vec<_>>()
                .join(" and ");
            format!("the environment {environments} is isolated from everything outside it")
        }
        Reason::UnknownIsolation => {
            let environments = unreadable(blueprint, caller, callee)
                .map(|(label, _)| format!("`{label}`"))
                .collect::<Vec<_>>()
                .join(" and ");
            format!("whether the environment {environments} is isolated cannot be read")
        }
        Reason::OutsideFile => format!("`{to}` is not declared in this file"),
        Reason::UnknownRegion => "a region cannot be read".to_owned(),
        Reason::UnknownKind => "the kind of a resource cannot be read".to_owned(),
        Reason::UnknownPlan => {
            format!(
                "the plan of `{to}` cannot be read, and a free web service receives no private traffic"
            )
        }
    };
    Explanation { reason, text, spans: spans(blueprint, caller, callee, reason) }
}

fn region(node: &NetNode) -> &'static str {
    match node.placement {
        Placement::Region(region) => region.id(),
        _ => "an unknown region",
    }
}

/// The isolated environments between two nodes, with the span that enables isolation.
fn isolated<'a>(
    blueprint: &'a Blueprint,
    caller: &'a NetNode,
    callee: &'a NetNode,
) -> impl Iterator<Item = (String, Option<Span>)> + 'a {
    environments(blueprint, caller, callee, Blueprint::is_isolated)
}

/// The environments of two nodes whose isolation cannot be read, with the span that says what nobody can read.
fn unreadable<'a>(
    blueprint: &'a Blueprint,
    caller: &'a NetNode,
    callee: &'a NetNode,
) -> impl Iterator<Item = (String, Option<Span>)> + 'a {
    environments(blueprint, caller, callee, Blueprint::is_isolation_unknown)
}

fn environments<'a>(
    blueprint: &'a Blueprint,
    caller: &'a NetNode,
    callee: &'a NetNode,
    test: fn(&Blueprint, Scope) -> bool,
) -> impl Iterator<Item = (String, Option<Span>)> + 'a {
    [caller, callee]
        .into_iter()
        .filter_map(|node| node.environment)
        .filter(move |id| test(blueprint, Scope::Environment(*id)))
        .map(|id| (blueprint.environment_label(id), blueprint.environment(id).isolation.span()))
}

fn spans(blueprint: &Blueprint, caller: &NetNode, callee: &NetNode, reason: Reason) -> Vec<Span> {
    let resource = |node: &NetNode| node.resource.map(|id| blueprint.resource(id));
    let of = |node: &NetNode, place: fn(&Resource) -> Span| resource(node).map(place).or(node.span);
    let region = |resource: &Resource| resource.region.span().unwrap_or(resource.head());
    let kind = |resource: &Resource| resource.type_field.span().unwrap_or(resource.head());
    let found: Vec<Option<Span>> = match reason {
        Reason::SameRegion | Reason::DifferentRegion => {
            vec![of(caller, region), of(callee, region)]
        }
        Reason::UnknownRegion => [caller, callee]
            .into_iter()
            .filter(|node| node.placement == Placement::UnknownRegion)
            .map(|node| of(node, region))
            .collect(),
        Reason::SenderNotOnNetwork | Reason::SenderCannotSend => vec![of(caller, kind)],
        Reason::ReceiverCannotReceive => vec![of(callee, kind)],
        Reason::UnknownKind => [caller, callee]
            .into_iter()
            .filter(|node| {
                matches!(node.kind, crate::graph::NodeKind::Resource(DeclaredKind::Unknown))
            })
            .map(|node| of(node, kind))
            .collect(),
        Reason::ReceiverFreeWeb | Reason::UnknownPlan => {
            vec![of(callee, |resource| resource.plan.span().unwrap_or(resource.head()))]
        }
        Reason::IsolatedEnvironment => {
            isolated(blueprint, caller, callee).map(|(_, span)| span).collect()
        }
        Reason::UnknownIsolation => {
            unreadable(blueprint, caller, callee).map(|(_, span)| span).collect()
        }
        Reason::OutsideFile => vec![callee.span],
    };
    found.into_iter().flatten().collect()
}
