//! Which rule speaks of which finding of the shape check: exactly one for each.

use super::{Context, Finding};
use crate::diagnostics::{Category, Severity};
use crate::model::Resource;
use crate::platform::{Kind, Place, Takes};
use crate::schema::{Form, Problem, ShapeFinding};
use crate::text::Span;

/// What of a field a rule speaks of.
enum About {
    /// It is not known there.
    Unknown,
    /// It is not there.
    Missing,
    /// It is not there, or empty.
    MissingOrNull,
    /// It is none of the words, or no text.
    NoWord,
    /// It is a boolean or nothing.
    NoText,
    /// It stands beside one of these.
    Beside(&'static [&'static str]),
}

/// Findings that a rule about the network or about variables makes in its own words.
const SPOKEN_FOR: &[Spoken] = &[
    Spoken(any, "region", About::NoWord, "unknown-region"),
    Spoken(is_static, "region", About::Unknown, "region-on-static-site"),
    Spoken(is_workflow, "region", About::Missing, "workflow-without-region"),
    Spoken(is_key_value, "ipAllowList", About::MissingOrNull, "key-value-without-allow-list"),
    Spoken(is_from_service, "type", About::Missing, "missing-reference-type"),
    Spoken(is_from_service, "type", About::NoWord, "wrong-reference-type"),
    Spoken(is_reference, "property", About::NoWord, "unknown-property"),
    Spoken(is_from_database, "property", About::Missing, "reference-without-property"),
    Spoken(is_variable, "value", About::NoText, "unquoted-boolean"),
    Spoken(is_variable, "previewValue", About::NoText, "unquoted-boolean"),
    Spoken(is_variable, "key", About::Beside(&["fromGroup"]), "group-link-with-key"),
    Spoken(is_variable, "value", About::Beside(REFERENCES), "several-sources"),
    Spoken(is_variable, "generateValue", About::Beside(REFERENCES), "several-sources"),
    Spoken(is_variable, "sync", About::Beside(REFERENCES), "several-sources"),
    Spoken(is_variable, "fromService", About::Beside(REFERENCES), "several-sources"),
    Spoken(is_group_variable, "fromService", About::Unknown, "reference-in-group"),
    Spoken(is_group_variable, "fromDatabase", About::Unknown, "reference-in-group"),
    Spoken(is_group_variable, "fromGroup", About::Unknown, "reference-in-group"),
];

/// Places, the field there, what about it, and the code of the rule that speaks of it.
struct Spoken(fn(Place) -> bool, &'static str, About, &'static str);

const REFERENCES: &[&str] = &["fromDatabase", "fromService"];

fn any(place: Place) -> bool {
    matches!(place, Place::Service(_) | Place::Database)
}

fn is_static(place: Place) -> bool {
    place == Place::Service(Kind::Static)
}

fn is_workflow(place: Place) -> bool {
    place == Place::Service(Kind::Workflow)
}

fn is_key_value(place: Place) -> bool {
    place == Place::Service(Kind::KeyValue)
}

fn is_from_service(place: Place) -> bool {
    place == Place::FromService
}

fn is_from_database(place: Place) -> bool {
    place == Place::FromDatabase
}

fn is_reference(place: Place) -> bool {
    matches!(place, Place::FromService | Place::FromDatabase)
}

fn is_variable(place: Place) -> bool {
    matches!(place, Place::Variable | Place::GroupVariable)
}

fn is_group_variable(place: Place) -> bool {
    place == Place::GroupVariable
}

impl About {
    fn matches(&self, problem: &Problem) -> bool {
        match (self, problem) {
            (Self::Unknown, Problem::Unknown)
            | (Self::Missing | Self::MissingOrNull, Problem::Missing)
            | (Self::NoWord, Problem::NotInList { .. }) => true,
            (Self::NoWord, Problem::WrongForm { found, .. }) => {
                matches!(found, Form::Boolean(_) | Form::Number(_))
            }
            (Self::MissingOrNull, Problem::WrongForm { found, .. }) => *found == Form::Null,
            (Self::NoText, Problem::WrongForm { found, .. }) => {
                matches!(found, Form::Null | Form::Boolean(_))
            }
            (Self::Beside(others), Problem::Excluded { by, .. }) => others.contains(by),
            _ => false,
        }
    }
}

/// Code of the rule that speaks of a finding.
pub fn rule_of(finding: &ShapeFinding) -> &'static str {
    let (place, field) = (finding.place, finding.field.as_str());
    let spoken = SPOKEN_FOR.iter().find(|Spoken(places, name, about, _)| {
        *name == field && places(place) && about.matches(&finding.problem)
    });
    if let Some(Spoken(.., rule)) = spoken {
        return rule;
    }
    match (&finding.problem, field) {
        (Problem::Unknown, _) => "unknown-field",
        (Problem::Missing | Problem::MissingOneOf(_), _) => "missing-field",
        (Problem::Excluded { .. }, _) => "conflicting-fields",
        (Problem::WrongForm { takes: Takes::List(_), .. }, _) => "list-expected",
        (Problem::WrongForm { .. }, _) => "wrong-value-type",
        (Problem::OutOfRange { .. }, _) => "number-out-of-range",
        (Problem::Misplaced(_), _) => "misplaced-resource",
        (Problem::NotInList { .. }, "type") if matches!(place, Place::Service(_)) => "unknown-type",
        (Problem::NotInList { .. }, "runtime" | "env") => "unknown-runtime",
        (Problem::NotInList { .. }, "plan" | "previewPlan") => "unknown-plan",
        (Problem::NotInList { .. }, _) => "unknown-value",
    }
}

impl<'a> Context<'a> {
    /// The findings of the shape check that the rule `code` speaks of.
    pub(super) fn shape_of(
        &self,
        code: &'static str,
    ) -> impl Iterator<Item = &'a ShapeFinding> + use<'a> {
        self.shape.iter().filter(move |finding| rule_of(finding) == code)
    }

    /// Who refuses the text at `span`: the official schema, or only Render's validator.
    pub(super) fn refused_by(&self, span: Span) -> Category {
        if self.shape.iter().any(|finding| finding.span == span && finding.refused) {
            Category::Schema
        } else {
            Category::Validator
        }
    }

    /// The service, database or replica that holds the text at `span`: the innermost one.
    pub(super) fn resource_at(&self, span: Span) -> Option<&'a Resource> {
        self.blueprint
            .resources
            .iter()
            .filter(|resource| resource.span.contains(span))
            .max_by_key(|resource| resource.span.start)
    }
}

impl Finding {
    /// What a rule has to say of a finding of the shape check.
    pub(super) fn of_shape(
        context: &Context<'_>,
        shape: &ShapeFinding,
        severity: Severity,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let category = if shape.refused { Category::Schema } else { Category::Validator };
        let finding = Self::new(shape.span, shape.path.clone(), message, help)
            .severity(severity)
            .category(category);
        match context.resource_at(shape.span) {
            Some(resource) => finding.on(context, resource.id),
            None => finding,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_speak_exist() {
        for Spoken(.., rule) in SPOKEN_FOR {
            assert!(crate::rules::find(rule).is_some(), "{rule}");
        }
    }
}
