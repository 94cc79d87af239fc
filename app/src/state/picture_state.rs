//! What is asked of the picture: a view filter and a search, both kept in the address.

use std::collections::BTreeSet;
use std::sync::Arc;

use blueprint_lens_core::scene::{Room, Size, View, ViewFilter};
use leptos::prelude::*;

use super::comparing::Comparing;
use super::document::Document;
use super::picture::Picture;
use crate::platform::address;

/// A comma inside one word of a list.
const COMMA: &str = "%2C";

/// The word for boxes that are all open.
const NOTHING: &str = "none";
/// The word that asks for the lines of copied values.
const COPIED: &str = "copied";

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
    pub(super) fn new(document: Document, comparing: Comparing) -> Self {
        let (filter, find) = asked_by_address();
        let filter = RwSignal::new(filter);
        let picture = move |before: Option<&Arc<Picture>>| {
            Arc::new(Picture::new(document.get(), &filter.read(), before.map(AsRef::as_ref)))
        };
        // What is shown may be of a filter, for a room or beside something that has changed since.
        Effect::new(move |_| {
            let (snapshot, filter, rooms) = (document.get(), filter.read(), document.rooms());
            let wanted = comparing.wanted();
            if document.preview().is_some() {
                return;
            }
            let is_compared_so = snapshot.is_compared_as(&wanted);
            let Some(drawing) = snapshot.drawing() else {
                if !is_compared_so {
                    document.compare_anew(&filter);
                }
                return;
            };
            // What was laid out for another room has nothing that should keep its place.
            let has_room = drawing.rooms == rooms;
            let is_same = has_room && drawing.filter == *filter;
            if !is_same || !is_compared_so || !snapshot.has_steps_for(&wanted) {
                let held = has_room && is_compared_so && (!is_same || drawing.is_stable);
                document.draw_elsewhere(held, &filter);
            }
        });
        Self {
            filter,
            find: RwSignal::new(find),
            document,
            shown: Memo::new_with_compare(picture, |_, _| true),
        }
    }

    /// Shows what the address asks for now.
    pub(super) fn follow_address(self) {
        let (filter, find) = asked_by_address();
        if self.find.with_untracked(|shown| *shown != find) {
            self.find.set(find);
        }
        if self.filter.with_untracked(|shown| *shown != filter) {
            self.filter.set(filter);
            self.document.redrawn();
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

    /// How large the picture would be, laid out for a room.
    pub(crate) fn size_in(self, room: Room) -> Size {
        let snapshot = self.document.now();
        let drawable = snapshot.drawable();
        let folding = drawable.with_folds(&self.filter_now(), room);
        let view = View { room, previous: None };
        drawable.scene(drawable.part(&folding).as_ref(), &folding, view).size
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

    /// Draws what a box stands for, or draws it as that box; how much is shown, in a sentence.
    pub(crate) fn toggle_fold(self, id: &str) -> String {
        let snapshot = self.document.now();
        self.change_filter(|filter| {
            let mut folded = snapshot.with_folds(filter).folded.unwrap_or_default();
            ViewFilter::toggle(&mut folded, id);
            filter.folded = Some(folded);
        })
    }

    /// What the address has to say to bring this back: names and values, empty for what is not asked.
    pub(crate) fn parameters(self) -> [(&'static str, String); 5] {
        let filter = self.filter.get();
        let list = |words: BTreeSet<String>| {
            words.iter().map(|word| word.replace(',', COMMA)).collect::<Vec<_>>().join(",")
        };
        let folds = |folded: BTreeSet<String>| {
            if folded.is_empty() { NOTHING.to_owned() } else { list(folded) }
        };
        [
            ("focus", filter.focus.unwrap_or_default()),
            ("hide", list(filter.hidden)),
            ("collapse", filter.folded.map_or_else(String::new, folds)),
            ("show", if filter.copied { COPIED.to_owned() } else { String::new() }),
            ("find", self.find.get()),
        ]
    }
}

/// What the address asks of the picture: the filter and the search.
fn asked_by_address() -> (ViewFilter, String) {
    let word = |name| address::parameter(name).filter(|word| !word.is_empty());
    let words = |name| -> BTreeSet<String> {
        word(name)
            .map(|words| words.split(',').map(|word| word.replace(COMMA, ",")).collect())
            .unwrap_or_default()
    };
    let filter = ViewFilter {
        focus: word("focus"),
        hidden: words("hide"),
        folded: word("collapse")
            .map(|all| if all == NOTHING { BTreeSet::new() } else { words("collapse") }),
        copied: words("show").contains(COPIED),
    };
    (filter, word("find").unwrap_or_default())
}
