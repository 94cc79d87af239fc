//! What completion offers.

/// Something that could be written at an offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is called.
    pub label: String,
    /// What replaces the word: a field comes with its colon, and with the next line where it takes more than a word.
    pub insert: String,
    /// What kind of thing it is.
    pub kind: OfferKind,
    /// A few words beside it: what it takes, where it runs.
    pub detail: String,
    /// What it does, in a sentence or two; empty when there is nothing to say.
    pub help: String,
}

/// Kinds of offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// A field.
    Field,
    /// A word that the language knows.
    Value,
    /// A name from the file.
    Name,
}

impl OfferKind {
    /// A word for it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Value => "value",
            Self::Name => "name",
        }
    }
}

impl Offer {
    pub(super) fn of(word: &str, kind: OfferKind, detail: &str) -> Self {
        Self {
            label: word.to_owned(),
            insert: word.to_owned(),
            kind,
            detail: detail.to_owned(),
            help: String::new(),
        }
    }
}
