//! Everything a resource says beyond what the network needs, by the names of the language's tables.

use super::env::{Literal, LiteralForm};
use super::field::Key;
use crate::text::Span;

/// The values below a mapping, by their dotted path from there: `scaling.minInstances`, `routes[0].source`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    values: Vec<Setting>,
}

/// One value and where it is. Mappings and lists are settings too, besides what is in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Its path.
    pub name: String,
    /// The key as written, with its value; of an item of a list, the item for both.
    pub key: Key,
    /// The value, when it is a scalar.
    pub literal: Option<Literal>,
}

impl Settings {
    /// Settings in source order.
    pub(crate) fn new(values: Vec<Setting>) -> Self {
        Self { values }
    }

    /// Every setting, in source order.
    pub fn iter(&self) -> impl Iterator<Item = &Setting> {
        self.values.iter()
    }

    /// The setting of that path.
    pub fn get(&self, name: &str) -> Option<&Setting> {
        self.values.iter().find(|setting| setting.name == name)
    }

    /// The setting of that path when it holds something: no empty text, no null.
    pub fn filled(&self, name: &str) -> Option<&Setting> {
        self.get(name).filter(|setting| match &setting.literal {
            Some(literal) => literal.form != LiteralForm::Null && !literal.text.trim().is_empty(),
            None => true,
        })
    }

    /// The text of that setting; `None` for null, mappings and lists.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.text()
    }

    /// The whole number of that setting.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.number()
    }

    /// The boolean of that setting, words of YAML 1.1 included.
    pub fn boolean(&self, name: &str) -> Option<bool> {
        match self.text(name)?.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" => Some(true),
            "false" | "no" | "off" => Some(false),
            _ => None,
        }
    }

    /// Every scalar that is text, with its place, in source order.
    pub fn texts(&self) -> impl Iterator<Item = (&str, Span)> {
        self.values.iter().filter_map(|setting| {
            let literal = setting.literal.as_ref().filter(|one| one.form == LiteralForm::Text)?;
            Some((literal.text.as_str(), setting.span()))
        })
    }

    /// The items of a list, in source order.
    pub fn items<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Setting> {
        self.values.iter().filter(move |setting| {
            let index = setting.name.strip_prefix(name).and_then(|rest| rest.strip_prefix('['));
            index.is_some_and(|rest| rest.find(']') == Some(rest.len() - 1))
        })
    }
}

impl Setting {
    /// Its text; `None` for null, mappings and lists.
    pub fn text(&self) -> Option<&str> {
        let literal = self.literal.as_ref()?;
        (literal.form != LiteralForm::Null).then_some(literal.text.as_str())
    }

    /// Its whole number.
    pub fn number(&self) -> Option<i64> {
        self.text()?.trim().parse().ok()
    }

    /// Where to point: the value of a scalar, else the key.
    pub fn span(&self) -> Span {
        if self.literal.is_some() && !self.key.value.is_empty() {
            self.key.value
        } else {
            self.key.span
        }
    }
}
