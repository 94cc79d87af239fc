//! One change and the edit that makes it.

use crate::graph::NodeRef;
use crate::model::{Declaration, EnvironmentId, Field, Resource, ValueKind};
use crate::platform::{Kind, Region};
use crate::reach::{ReachQuery, allow_only};
use crate::text::{FileId, TextEdit};

/// A change of the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Moves a resource to a region.
    Region(NodeRef, Region),
    /// Gives a resource another plan.
    Plan(NodeRef, String),
    /// Makes a service one of another kind.
    Kind(NodeRef, Kind),
    /// Switches the isolation of an environment.
    Isolation(EnvironmentId, bool),
    /// Lets only these ranges of addresses in; none at all closes the resource to the internet.
    AllowOnly(NodeRef, Vec<String>),
    /// Switches preview environments.
    Previews(bool),
}

impl Change {
    /// The change as an order: lower case, no full stop, names in backticks.
    pub fn title(&self, question: ReachQuery<'_>) -> String {
        let name = |node: &NodeRef| &question.network.node(*node).name;
        match self {
            Self::Region(node, region) => format!("move `{}` to {}", name(node), region.id()),
            Self::Plan(node, plan) => format!("give `{}` the plan {plan}", name(node)),
            Self::Kind(node, kind) => format!("make `{}` {}", name(node), kind.a_words()),
            Self::Isolation(environment, on) => {
                let label = question.blueprint.environment_label(*environment);
                format!("{} `{label}`", if *on { "isolate" } else { "remove the isolation of" })
            }
            Self::AllowOnly(node, ranges) if ranges.is_empty() => {
                format!("close `{}` to the internet", name(node))
            }
            Self::AllowOnly(node, ranges) => {
                format!(
                    "allow only {} to reach `{}` from the internet",
                    ranges.join(", "),
                    name(node)
                )
            }
            Self::Previews(on) => {
                format!("{} preview environments", if *on { "enable" } else { "disable" })
            }
        }
    }

    /// The edit that makes it; `None` when the file has no place for it.
    pub(super) fn edit(&self, question: ReachQuery<'_>) -> Option<TextEdit> {
        let editor = |span| question.editor(span);
        match self {
            Self::Region(node, region) => {
                let resource = own(question, *node)?;
                resource.kind.kind()?.has_region().then_some(())?;
                editor(resource.span).set_entry(
                    resource.span,
                    &resource.keys,
                    "region",
                    region.id(),
                )
            }
            Self::Plan(node, plan) => {
                let resource = own(question, *node)?;
                resource.kind.kind()?.has_plan().then_some(())?;
                editor(resource.span).set_entry(resource.span, &resource.keys, "plan", plan)
            }
            Self::Kind(node, kind) => {
                let resource = own(question, *node)?;
                let changeable =
                    |kind| matches!(kind, Kind::Web | Kind::PrivateService | Kind::Worker);
                (resource.declaration == Declaration::Service
                    && resource.kind.kind().is_some_and(changeable)
                    && changeable(*kind))
                .then_some(())?;
                editor(resource.span).set_entry(
                    resource.span,
                    &resource.keys,
                    "type",
                    kind.blueprint_type()?,
                )
            }
            Self::Isolation(environment, on) => isolation(question, *environment, *on),
            Self::AllowOnly(node, ranges) => allow_only(question, own(question, *node)?, ranges),
            Self::Previews(on) => previews(question, *on),
        }
    }
}

/// The resource of a node, when it has fields of its own: a read replica takes all of them from its primary.
fn own(question: ReachQuery<'_>, node: NodeRef) -> Option<&Resource> {
    let resource = question.blueprint.resource(question.network.node(node).resource?);
    (!matches!(resource.declaration, Declaration::Replica { .. })).then_some(resource)
}

fn isolation(question: ReachQuery<'_>, environment: EnvironmentId, on: bool) -> Option<TextEdit> {
    let environment = question.blueprint.environment(environment);
    let word = if on { "enabled" } else { "disabled" };
    if let Some(span) = environment.isolation.span().filter(|span| !span.is_empty()) {
        return Some(TextEdit::replace(span, word));
    }
    let networking = environment.keys.iter().find(|key| key.name == "networking");
    // Beside other settings there would be no telling where it goes; Render has none.
    if networking.is_some_and(|key| key.value_kind == ValueKind::Mapping) {
        return None;
    }
    question.editor(environment.span).set_entry(
        environment.span,
        &environment.keys,
        "networking",
        &format!("{{isolation: {word}}}"),
    )
}

/// The former `previewsEnabled` is a switch; what took its place says when. Written in the first of several files.
fn previews(question: ReachQuery<'_>, on: bool) -> Option<TextEdit> {
    // Without quotes, `off` would be the boolean of YAML 1.1.
    let word = if on { "automatic" } else { "\"off\"" };
    let first = FileId::default();
    let (root, whole) = (question.blueprint.root(first), question.files.get(first).span);
    match &root.previews_generation {
        Field::Absent if root.keys.iter().any(|key| key.name == "previews") => None,
        Field::Absent => {
            let value = format!("{{generation: {word}}}");
            question.editor(whole).set_entry(whole, &root.keys, "previews", &value)
        }
        written => {
            let former = written.key_span()?.slice(question.text).contains("previewsEnabled");
            let word = match (former, on) {
                (false, _) => word,
                (true, true) => "true",
                (true, false) => "false",
            };
            let span = written.span().filter(|span| !span.is_empty())?;
            Some(TextEdit::replace(span, word))
        }
    }
}
