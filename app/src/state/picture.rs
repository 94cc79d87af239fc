//! What the picture shows: all of the present snapshot, or an excerpt of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use blueprint_lens_core::graph::Network;
use blueprint_lens_core::scene::{Excerpt, Part, Scene};
use leptos::prelude::*;

use super::{Document, Snapshot, Target};
use crate::diagram::Items;
use crate::platform;

/// A comma inside one word of a list.
const COMMA: &str = "%2C";

/// A picture, ready to be drawn.
pub(crate) struct Picture {
    /// What it is a picture of.
    pub(crate) snapshot: Arc<Snapshot>,
    /// Its items.
    pub(crate) items: Items,
    part: Option<(Part, Scene)>,
}

impl Picture {
    /// The picture of `snapshot`; while that is being typed, what the picture `before` shows stays in place.
    fn new(snapshot: Arc<Snapshot>, excerpt: &Excerpt, before: Option<&Self>) -> Self {
        let typed = |before: &&Self| snapshot.held && !Arc::ptr_eq(&before.snapshot, &snapshot);
        let before = before.filter(typed).map(Self::scene);
        let part = snapshot.analysis.part(excerpt, before);
        let scene = part.as_ref().map_or_else(|| snapshot.analysis.scene(), |(_, scene)| scene);
        let items = Items::new(scene);
        Self { snapshot, items, part }
    }

    /// The scene.
    pub(crate) fn scene(&self) -> &Scene {
        self.part.as_ref().map_or_else(|| self.snapshot.analysis.scene(), |(_, scene)| scene)
    }

    /// The network that is drawn.
    pub(crate) fn network(&self) -> &Network {
        self.part().map_or_else(|| self.snapshot.analysis.network(), |part| &part.network)
    }

    /// What is drawn when that is not everything.
    pub(crate) fn part(&self) -> Option<&Part> {
        self.part.as_ref().map(|(part, _)| part)
    }

    /// The id under which a node or an edge is drawn.
    pub(crate) fn stand_in<'a>(&'a self, id: &'a str) -> &'a str {
        self.part().map_or(id, |part| part.stand_in(id))
    }

    /// The same for a target.
    pub(crate) fn drawn(&self, target: &Target) -> Target {
        match target {
            Target::Node(id) => Target::Node(self.stand_in(id).to_owned()),
            Target::Edge(id) => Target::Edge(self.stand_in(id).to_owned()),
        }
    }
}

/// What is asked of the picture.
#[derive(Clone, Copy)]
pub(crate) struct PictureState {
    /// What is to be drawn.
    pub(crate) excerpt: RwSignal<Excerpt>,
    /// What is searched for.
    pub(crate) find: RwSignal<String>,
    document: Document,
    shown: Memo<Arc<Picture>>,
}

impl PictureState {
    /// As the address says.
    pub(super) fn new(document: Document) -> Self {
        let word = |name| platform::address_parameter(name).filter(|word| !word.is_empty());
        let words = |name| -> BTreeSet<String> {
            word(name)
                .map(|words| words.split(',').map(|word| word.replace(COMMA, ",")).collect())
                .unwrap_or_default()
        };
        let excerpt = RwSignal::new(Excerpt {
            focus: word("focus"),
            hidden: words("hide"),
            folded: words("collapse"),
        });
        let picture = move |before: Option<&Arc<Picture>>| {
            Arc::new(Picture::new(document.get(), &excerpt.read(), before.map(AsRef::as_ref)))
        };
        Self {
            excerpt,
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

    /// Whether something may be left out.
    pub(crate) fn is_part(self) -> bool {
        !self.excerpt.with_untracked(Excerpt::is_whole)
    }

    /// Changes what is drawn; how much that is, in a sentence.
    pub(crate) fn cut(self, change: impl FnOnce(&mut Excerpt)) -> String {
        self.excerpt.update(change);
        self.document.redrawn();
        match self.now().part() {
            Some(part) => format!("{}.", part.words()),
            None => "Everything is shown.".to_owned(),
        }
    }

    /// What the address has to say to bring this back: names and values, empty for what is not asked.
    pub(crate) fn parameters(self) -> [(&'static str, String); 4] {
        let excerpt = self.excerpt.get();
        let list = |words: BTreeSet<String>| {
            words.iter().map(|word| word.replace(',', COMMA)).collect::<Vec<_>>().join(",")
        };
        [
            ("focus", excerpt.focus.unwrap_or_default()),
            ("hide", list(excerpt.hidden)),
            ("collapse", list(excerpt.folded)),
            ("find", self.find.get()),
        ]
    }
}
