//! Completion.

use super::field_type::field_type;
use super::names;
use super::offer::{Offer, OfferKind};
use super::outline::{At, Outline, outline};
use crate::model::Blueprint;
use crate::platform::{
    Condition, FieldFacts, FieldType, KindReading, Region, Required, SchemaNode, field, fields_of,
    read_kind,
};
use crate::schema::is_excluded;
use crate::sort;
use crate::text::Span;

/// What completion offers at an offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completions {
    /// The text that an offer replaces: the word at the cursor, or nothing.
    pub span: Span,
    /// The offers, the likeliest first, no two alike. What has been typed of the word does not filter them.
    pub offers: Vec<Offer>,
}

/// What could be written at `offset` of `text`, in bytes; `None` where the language has nothing to offer. `blueprint` is
/// what could be read of the file, perhaps a moment ago: it gives the names.
pub fn complete(text: &str, offset: usize, blueprint: &Blueprint) -> Option<Completions> {
    let outline = outline(text, offset)?;
    let takes = field_type(&outline.ancestors)?;
    let mut offers = match (outline.at, takes) {
        (At::Key, FieldType::Mapping(node)) => fields(&outline, node),
        // A word in a list of words.
        (At::Key, takes) => values(takes),
        (At::Value(name), FieldType::Mapping(node)) => {
            let row = field(node, name)?;
            let offers = match names::offers(blueprint, &outline, node, name) {
                Some(names) => {
                    names.into_iter().filter(|o| !names::is_own(&outline, &o.label)).collect()
                }
                None => values(row.takes),
            };
            let glued = text[..outline.word.start as usize].ends_with(':');
            let apart = |offer: Offer| Offer { insert: format!(" {}", offer.insert), ..offer };
            if glued { offers.into_iter().map(apart).collect() } else { offers }
        }
        (At::Value(_), _) => return None,
    };
    let mut seen: Vec<String> = Vec::new();
    offers.retain(|offer| {
        let new = !seen.contains(&offer.label);
        seen.push(offer.label.clone());
        new
    });
    (!offers.is_empty()).then_some(Completions { span: outline.word, offers })
}

/// The fields of a node that are not there yet: the required ones first, then as the tables list them.
fn fields(outline: &Outline<'_>, node: SchemaNode) -> Vec<Offer> {
    let there: Vec<&str> = outline.siblings.iter().map(|(name, _)| *name).collect();
    let is_variable = matches!(node, SchemaNode::Variable | SchemaNode::GroupVariable);
    let fits = |row: &&FieldFacts| {
        let idle = matches!(node, SchemaNode::Service(kind) if row.no_effect_on.contains(&kind));
        row.replaced_by.is_none()
            && row.in_schema
            && !idle
            && !there.contains(&row.name)
            && !(is_variable && is_excluded(row.name, &there))
    };
    let mut rows: Vec<&FieldFacts> = fields_of(node).filter(fits).collect();
    sort::by_key(&mut rows, |row| need(row, outline));
    let offer = |row: &FieldFacts| Offer {
        label: row.name.to_owned(),
        insert: opened(outline, row),
        kind: OfferKind::Field,
        detail: match need(row, outline) {
            Need::Must => "required".to_owned(),
            _ => row.takes.a_words().replace('`', ""),
        },
        help: row.help.to_owned(),
    };
    rows.into_iter().map(offer).collect()
}

/// How much a mapping needs a field that it does not have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    /// Render refuses it without.
    Must,
    /// Something else would do, or the mapping does not say yet.
    Perhaps,
    /// It may be left out.
    May,
}

fn need(row: &FieldFacts, outline: &Outline<'_>) -> Need {
    let value = |wanted: &str| {
        outline
            .siblings
            .iter()
            .find(|(name, _)| *name == wanted)
            .map(|(_, value)| value.trim_matches(['"', '\'']))
    };
    match row.required {
        Required::Yes => Need::Must,
        Required::Unless(other) if value(other).is_none() => Need::Perhaps,
        Required::When(condition) => match (condition, condition.holds(value)) {
            // Either field would do.
            (Condition::Without(_), Some(true)) | (_, None) => Need::Perhaps,
            (_, Some(true)) => Need::Must,
            (_, Some(false)) => Need::May,
        },
        Required::Unless(_) | Required::No => Need::May,
    }
}

/// A field as it is written up to where its value begins.
fn opened(outline: &Outline<'_>, row: &FieldFacts) -> String {
    let name = row.name;
    if outline.has_colon {
        return name.to_owned();
    }
    let deeper = " ".repeat(outline.column + 2);
    match row.takes {
        FieldType::Mapping(_) | FieldType::Service => format!("{name}:\n{deeper}"),
        FieldType::List(_) => format!("{name}:\n{deeper}- "),
        _ => format!("{name}: "),
    }
}

/// The words that a value may be.
fn values(takes: FieldType) -> Vec<Offer> {
    let words: &[&str] = match takes {
        FieldType::OneOf(words) => words,
        FieldType::Boolean => &["true", "false"],
        _ => &[],
    };
    words.iter().map(|word| Offer::of(word, OfferKind::Value, meaning(word))).collect()
}

/// What a word of the language means, as far as it needs saying.
fn meaning(word: &str) -> &'static str {
    match (Region::parse(word), read_kind(word)) {
        (Some(region), _) => region.area(),
        (None, KindReading::Exact(kind)) => kind.words(),
        (None, KindReading::Deprecated(_)) => "old name",
        _ => "",
    }
}
