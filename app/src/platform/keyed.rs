//! A list of elements that follows a list of values: written by hand where a redraw happens at every key press.

use std::collections::BTreeMap;

use super::dom::Element;

/// Elements by their key. An element lives as long as its key is in the list, so that it keeps the focus.
pub(crate) struct Keyed<Key, Value> {
    shown: BTreeMap<Key, (Element, Value)>,
}

impl<Key, Value> Default for Keyed<Key, Value> {
    fn default() -> Self {
        Self { shown: BTreeMap::new() }
    }
}

impl<Key: Ord, Value: Default + PartialEq> Keyed<Key, Value> {
    /// Makes the children of `parent` those of `list`, whose keys are all different.
    ///
    /// `make` gives the element of a new key, `update` writes into it what differs between two values; the first value
    /// of an element is the default.
    pub(crate) fn draw(
        &mut self,
        parent: &Element,
        list: impl IntoIterator<Item = (Key, Value)>,
        make: impl Fn(&Key) -> Element,
        update: impl Fn(&Element, &Value, &Value),
    ) {
        let mut before = std::mem::take(&mut self.shown);
        let list: Vec<_> = list
            .into_iter()
            .map(|(key, value)| {
                let known = before.remove(&key);
                (key, value, known)
            })
            .collect();
        for (element, _) in before.into_values() {
            element.remove();
        }
        let mut next = parent.first_element_child();
        for (key, value, known) in list {
            let (element, old) = known.unwrap_or_else(|| (make(&key), Value::default()));
            if old != value {
                update(&element, &old, &value);
            }
            if next.as_ref() == Some(&element) {
                next = element.next_element_sibling();
            } else {
                drop(parent.insert_before(&element, next.as_ref().map(AsRef::as_ref)));
            }
            self.shown.insert(key, (element, value));
        }
    }
}
