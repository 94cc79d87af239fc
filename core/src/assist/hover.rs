//! Hover cards: what the word at the pointer means.

use super::field_type::field_type;
use super::names;
use super::outline::{At, outline};
use crate::model::Blueprint;
use crate::platform::{
    FieldFacts, FieldType, Kind, Region, Required, SchemaNode, field, read_kind,
};
use crate::text::{LineIndex, Span};

/// An explanation. Names in its texts are in backticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// What is explained.
    pub span: Span,
    /// Its name.
    pub title: String,
    /// What it does or means, in a sentence or two.
    pub help: String,
    /// Further facts, a line each: what it takes, its default, whether it is fixed.
    pub facts: Vec<String>,
    /// Where that is stated, and the date of what was read there; none for what the file itself says.
    pub source: Option<(&'static str, &'static str)>,
}

/// What is at `offset` of `text`, in bytes; `None` where there is nothing to say.
pub fn hover(text: &str, offset: usize, blueprint: &Blueprint) -> Option<Hover> {
    let outline = outline(text, offset)?;
    let FieldType::Mapping(node) = field_type(&outline.ancestors)? else { return None };
    let word = text.get(outline.word.range())?.trim_matches(['"', '\'']);
    match outline.at {
        At::Key => {
            let row = field(node, word)?;
            Some(about_field(row, node, outline.word))
        }
        At::Value(name) => {
            let row = field(node, name)?;
            about_name(text, blueprint, node, name, word, outline.word)
                .or_else(|| about_word(row, word, outline.word))
        }
    }
}

fn about_field(row: &FieldFacts, node: SchemaNode, span: Span) -> Hover {
    let mut facts = Vec::new();
    if let Some(now) = row.replaced_by {
        facts.push(format!("Old name of `{now}`."));
    }
    facts.push(match row.takes {
        FieldType::OneOf(words) if words.len() <= 12 => format!("One of {}.", listed(words)),
        FieldType::OneOf(words) => format!("One of {} words; completion lists them.", words.len()),
        FieldType::Whole { min, max: Some(max) } => format!("A whole number from {min} to {max}."),
        FieldType::Whole { min, max: None } => format!("A whole number, at least {min}."),
        other => format!("Type: {}.", other.a_words()),
    });
    match row.required {
        Required::Yes => facts.push("Required.".to_owned()),
        Required::Unless(other) => facts.push(format!("Required without `{other}`.")),
        Required::When(condition) => facts.push(format!("Required {}.", condition.words())),
        Required::No => {}
    }
    if let Some(default) = row.default {
        facts.push(format!("Default for a new resource: `{default}`."));
    }
    if row.immutable {
        facts.push("Fixed when the resource is created.".to_owned());
    }
    if matches!(node, SchemaNode::Service(kind) if row.no_effect_on.contains(&kind)) {
        facts.push("Has no effect on this type of service.".to_owned());
    }
    Hover {
        span,
        title: row.name.to_owned(),
        help: row.help.to_owned(),
        facts,
        source: Some((row.source.url(), row.source.date())),
    }
}

fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// A name that refers to something in the file.
fn about_name(
    text: &str,
    blueprint: &Blueprint,
    node: SchemaNode,
    field: &str,
    word: &str,
    span: Span,
) -> Option<Hover> {
    if field != "name" || !matches!(node, SchemaNode::FromService | SchemaNode::FromDatabase) {
        return None;
    }
    let target = names::find(blueprint, word, node == SchemaNode::FromDatabase)?;
    let line = LineIndex::new(text).line_of(target.span.start as usize) + 1;
    let mut facts = Vec::new();
    if let Some(kind) = target.kind.kind() {
        facts.push(network(kind));
    }
    Some(Hover {
        span,
        title: word.to_owned(),
        help: format!("{}, line {line}.", capitalised(&names::facts(target))),
        facts,
        source: None,
    })
}

/// A word that the language knows.
fn about_word(row: &FieldFacts, word: &str, span: Span) -> Option<Hover> {
    let FieldType::OneOf(words) = row.takes else { return None };
    if !words.contains(&word) {
        return None;
    }
    let (help, facts) = if let Some(region) = Region::parse(word) {
        (format!("{}, {}.", region.name(), region.area()), vec![row.help.to_owned()])
    } else {
        // A word that names a kind does so in `type` only: `static` is a runtime as well.
        let kind = read_kind(word).kind().filter(|_| row.name == "type")?;
        (format!("{}.", capitalised(kind.words())), vec![network(kind)])
    };
    Some(Hover {
        span,
        title: word.to_owned(),
        help,
        facts,
        source: Some((row.source.url(), row.source.date())),
    })
}

/// Who can call a kind.
fn network(kind: Kind) -> String {
    format!("{} {}.", capitalised(kind.a_words()), kind.receiving_words())
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
