//! What is asked of the picture: a view filter and a search, both kept in the address.

use std::collections::BTreeSet;
use std::sync::Arc;

use blueprint_lens_core::scene::ViewFilter;
use leptos::prelude::*;

use super::document::Document;
use super::picture::Picture;
use crate::platform::address;

/// A comma inside one word of a list.
const COMMA: &str = "%2C";

/// What is asked of the picture.
#[derive(Clone, Copy)]
pub(crate) struct PictureState {
    /// What is to be drawn.
    pub(crate) filter: RwSignal<ViewFilter>,
    /// What is searched for.
    pub(crate) find: RwSignal<String>,
    document: Document,
    shown: Memo<Arc<Picture>>,
}

impl PictureState {
    /// As the address says.
    pub(super) fn new(document: Document) -> Self {
        let word = |name| address::parameter(name).filter(|word| !word.is_empty());
        let words = |name| -> BTreeSet<String> {
            word(name)
                .map(|words| words.split(',').map(|word| word.replace(COMMA, ",")).collect())
                .unwrap_or_default()
        };
        let filter = RwSignal::new(ViewFilter {
            focus: word("focus"),
            hidden: words("hide"),
            folded: words("collapse"),
        });
        let picture = move |before: Option<&Arc<Picture>>| {
            Arc::new(Picture::new(document.get(), &filter.read(), before.map(AsRef::as_ref)))
        };
        // What the worker has drawn may be of a filter that has changed since.
        Effect::new(move |_| {
            let (snapshot, filter) = (document.get(), filter.read());
            if snapshot.drawing().is_some_and(|drawing| drawing.filter != *filter) {
                document.draw_elsewhere(true, &filter);
            }
        });
        Self {
            filter,
            find: RwSignal::new(word("find").unwrap_or_default()),
            document,
            shown: Memo::new_with_compare(picture, |_, _| true),
        }
    }

    /// The picture; a reader is woken by the next one.
    pub(crate) fn get(self) -> Arc<Picture> {
        self.shown.get()
    }

    /// The same for an event handler.
    pub(crate) fn now(self) -> Arc<Picture> {
        self.shown.get_untracked()
    }

    /// What is to be drawn, for an event handler.
    pub(crate) fn filter_now(self) -> ViewFilter {
        self.filter.get_untracked()
    }

    /// Changes what is drawn; how much that is, in a sentence.
    pub(crate) fn change_filter(self, change: impl FnOnce(&mut ViewFilter)) -> String {
        self.filter.update(change);
        self.document.redrawn();
        match self.now().part() {
            Some(part) => format!("{}.", part.words()),
            None => "Everything is shown.".to_owned(),
        }
    }

    /// What the address has to say to bring this back: names and values, empty for what is not asked.
    pub(crate) fn parameters(self) -> [(&'static str, String); 4] {
        let filter = self.filter.get();
        let list = |words: BTreeSet<String>| {
            words.iter().map(|word| word.replace(',', COMMA)).collect::<Vec<_>>().join(",")
        };
        [
            ("focus", filter.focus.unwrap_or_default()),
            ("hide", list(filter.hidden)),
            ("collapse", list(filter.folded)),
            ("find", self.find.get()),
        ]
    }
}
