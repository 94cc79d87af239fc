//! What the page is told: the parts of it that are new.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use serde::Serialize;

use crate::output::Form;

/// Parts that are told first: what people look at while they type.
const FIRST: [&str; 2] = ["header", "picture"];

/// All that the page shows.
pub(super) struct Frame {
    /// The title of the window.
    pub(super) title: String,
    /// What keeps the page from being up to date, if anything does.
    pub(super) trouble: Option<String>,
    /// The parts by their ids, in order.
    pub(super) parts: Vec<(&'static str, String)>,
}

/// A message to the page.
#[derive(Serialize)]
struct Message<'a> {
    title: &'a str,
    trouble: Option<&'a str>,
    /// The ids of all parts.
    order: Vec<&'a str>,
    /// Those that are new.
    parts: BTreeMap<&'a str, &'a str>,
}

/// What a page has been told: its parts, by the hash of each.
#[derive(Default)]
pub(super) struct Told {
    parts: BTreeMap<&'static str, u64>,
}

impl Frame {
    /// The same while something is wrong.
    pub(super) fn with_trouble(&self, trouble: &str) -> Self {
        let trouble = Some(Form::Lines.harmless(trouble));
        Self { title: self.title.clone(), trouble, parts: self.parts.clone() }
    }

    /// What a page must be told that has been told this much: one message or two, as JSON.
    pub(super) fn messages(&self, told: &mut Told) -> Vec<String> {
        let mut fresh = BTreeMap::new();
        let mut parts = BTreeMap::new();
        for (id, html) in &self.parts {
            let mut hasher = DefaultHasher::new();
            html.hash(&mut hasher);
            let hash = hasher.finish();
            if told.parts.get(id) != Some(&hash) {
                fresh.insert(*id, html.as_str());
            }
            parts.insert(*id, hash);
        }
        told.parts = parts;
        let (first, later): (BTreeMap<_, _>, BTreeMap<_, _>) =
            fresh.into_iter().partition(|(id, _)| FIRST.contains(id));
        let mut messages = vec![self.message(first)];
        if !later.is_empty() {
            messages.push(self.message(later));
        }
        messages
    }

    fn message(&self, parts: BTreeMap<&str, &str>) -> String {
        let order = self.parts.iter().map(|(id, _)| *id).collect();
        let trouble = self.trouble.as_deref();
        serde_json::to_string(&Message { title: &self.title, trouble, order, parts })
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn frame(parts: [(&'static str, &str); 3]) -> Frame {
        let part = |(id, text): (&'static str, &str)| (id, text.to_owned());
        Frame { title: "t".to_owned(), trouble: None, parts: parts.map(part).into() }
    }

    #[test]
    fn a_page_is_told_what_is_new_the_picture_first() {
        let mut told = Told::default();
        let mut told_by = |frame: &Frame| -> Vec<Vec<String>> {
            let messages = frame.messages(&mut told).into_iter();
            let ids = |text: String| -> Vec<String> {
                let message: Value = serde_json::from_str(&text).expect("JSON");
                message["parts"].as_object().expect("parts").keys().cloned().collect()
            };
            messages.map(ids).collect()
        };
        let first = frame([("header", "a"), ("picture", "b"), ("problems", "c")]);
        assert_eq!(told_by(&first), [vec!["header", "picture"], vec!["problems"]]);
        let second = frame([("header", "a"), ("picture", "d"), ("problems", "c")]);
        assert_eq!(told_by(&second), [vec!["picture"]]);
        assert_eq!(told_by(&second.with_trouble("gone")), [Vec::<String>::new()]);
    }
}
