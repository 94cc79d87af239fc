//! The rules: a row of the ledger each, one file for a row or a small family of them. The first one that knows an event
//! decides, so the order matters: what is special comes before what is general.

mod adopted;
mod allow_list;
mod build_filter;
mod copied_variable;
mod created;
mod database_plan;
mod deploy_hook;
mod disk;
mod disk_size;
mod frame;
mod generated;
mod group;
mod header_rules;
mod immutable;
mod key_value;
mod key_value_plan;
mod moved;
mod moved_to_file;
mod moved_to_group;
mod never_created;
mod other_field;
mod plan_or_instances;
mod prompted;
mod removed_datastore;
mod removed_field;
mod removed_service;
mod removed_variable;
mod renamed_datastore;
mod renamed_secret;
mod renamed_service;
mod replicas;
mod source;
mod to_dashboard;
mod variable;

use super::consequence::{Class, Consequence};
use super::event::{Event, What};
use super::place;
use super::rule::{Effect, PlanRule};
use crate::diagnostics::Severity;
use crate::diff::{Item, Shown, Side, shown};
use crate::platform::{Certainty, Kind};
use crate::text::Span;

/// Every rule, in the order in which they are asked.
const RULES: &[&PlanRule] = &[
    // What is created.
    &renamed_datastore::Z05,
    &group::Z21,
    &renamed_service::Z04,
    &created::Z01,
    // What the file no longer has.
    &never_created::Z02,
    &frame::Z02,
    &replicas::Z11,
    &removed_datastore::Z03,
    &removed_service::Z02,
    // What exists already.
    &adopted::Z25,
    &moved::Z22,
    &moved_to_file::Z25,
    // Variables.
    &copied_variable::Z23,
    &copied_variable::W21,
    &prompted::Z14,
    &prompted::Z13,
    &moved_to_group::Z29,
    &renamed_secret::Z16,
    &to_dashboard::Z15,
    &generated::Z27,
    &generated::Z28,
    &removed_variable::Z08,
    &variable::Z26,
    // Fields.
    &immutable::Z06,
    &database_plan::Z07,
    &database_plan::Z07B,
    &key_value_plan::Z30,
    &key_value::Z31,
    &plan_or_instances::Z17,
    &disk::Z18,
    &disk::Z19,
    &disk_size::Z32,
    &allow_list::Z20,
    &header_rules::Z09,
    &build_filter::Z10,
    &deploy_hook::Z34,
    &source::Z24,
    &removed_field::Z12,
    &other_field::Z35,
];

/// What comes of an event; `None` when nothing does. Of a base that was perhaps never synced, all is inferred.
pub(super) fn apply(event: &Event<'_>, base_refused: bool) -> Option<Consequence> {
    let (rule, effect) = RULES.iter().find_map(|rule| Some((*rule, (rule.decide)(event)?)))?;
    let Effect { class, text, advice, certainty } = effect;
    let field = field(event);
    let stated = certainty.map_or(rule.certainty, |certainty| certainty.max(rule.certainty));
    let (before, after) = values(event);
    Some(Consequence {
        id: rule.id,
        class,
        severity: severity(event, class, field.as_deref()),
        part: event.item()?.part.clone(),
        base: base_span(event, field.as_deref()),
        head: head_span(event, field.as_deref()),
        field,
        before,
        after,
        text,
        advice,
        certainty: if base_refused { Certainty::Inferred } else { stated },
        facts: rule.facts,
    })
}

/// How much a class weighs.
fn severity(event: &Event<'_>, class: Class, field: Option<&str>) -> Severity {
    match class {
        Class::DataLoss | Class::Destroy | Class::Refused => Severity::Error,
        Class::Orphan if event.kind().is_some_and(Kind::is_datastore) => Severity::Error,
        Class::Orphan | Class::Replace | Class::Reset | Class::SetByHand | Class::Rotate => {
            Severity::Warning
        }
        Class::Kept if field.is_some_and(|field| field.starts_with("envVars.")) => {
            Severity::Warning
        }
        Class::Kept
        | Class::Prompt
        | Class::Adopt
        | Class::Create
        | Class::InPlace
        | Class::Unknown => Severity::Info,
    }
}

/// The field that an event is about.
fn field(event: &Event<'_>) -> Option<String> {
    match &event.what {
        What::Created(_) | What::Left(_) | What::TakenOver => None,
        What::NewVariable { name, .. } | What::Field { name, .. } => Some(name.clone()),
        What::Scope => Some("scope".to_owned()),
        What::File => Some("file".to_owned()),
    }
}

/// What was, and what is.
fn values(event: &Event<'_>) -> (Option<Shown>, Option<Shown>) {
    let open = |text: String| Some(Shown { text, hidden: false });
    let name = |item: &Item<'_>| open(item.part.name.clone());
    match &event.what {
        What::Created(like) => {
            let former = like.and_then(|like| name(&event.sides.base.items[like.base]));
            (former, event.new.and_then(name))
        }
        What::Left(_) | What::TakenOver => (event.old.and_then(name), event.new.and_then(name)),
        What::NewVariable { name, value, .. } => (None, Some(shown(name, value))),
        What::Field { .. } => event.shown(),
        What::File => {
            let path = |side: &Side<'_>, item: &Item<'_>| {
                let blueprint = side.blueprint();
                open(blueprint.root(blueprint.file_of(item.scope)).path.clone())
            };
            (
                event.old.and_then(|old| path(&event.sides.base, old)),
                event.new.and_then(|new| path(&event.sides.head, new)),
            )
        }
        What::Scope => {
            let label =
                |side: &Side<'_>, item: &Item<'_>| open(side.blueprint().scope_label(item.scope));
            (
                event.old.and_then(|old| label(&event.sides.base, old)),
                event.new.and_then(|new| label(&event.sides.head, new)),
            )
        }
    }
}

/// Where it is in the base: of a part with a new name, its former self.
fn base_span(event: &Event<'_>, field: Option<&str>) -> Option<Span> {
    let side = &event.sides.base;
    if let What::Created(Some(like)) = event.what {
        return place::of_part(side, &side.items[like.base]);
    }
    place_of(side, event.old?, field)
}

/// Where it is in the head.
fn head_span(event: &Event<'_>, field: Option<&str>) -> Option<Span> {
    place_of(&event.sides.head, event.new?, field)
}

fn place_of(side: &Side<'_>, item: &Item<'_>, field: Option<&str>) -> Option<Span> {
    match field {
        None | Some("scope" | "file") => place::of_part(side, item),
        Some(field) => place::of_field(side, item, field),
    }
}
