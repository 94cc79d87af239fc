//! Text to spanned tree. Never fails: a broken text yields its errors and everything that can still be understood.
//! Nothing here knows about Render.

mod events;
mod finish;
mod limits;
mod line;
mod load;
mod lost_lines;
mod open;
mod proposal;
mod propose;
mod recover;
mod scalar;
mod shift;
mod tree;

pub use scalar::Reading;
pub(crate) use scalar::is_decimal;
#[cfg(feature = "writing")]
pub(crate) use scalar::is_text_when_plain;
pub use tree::{
    Comment, Entry, Node, Scalar, ScalarStyle, SyntaxError, SyntaxErrorKind, SyntaxTree, Value,
};

/// Reads `text` as YAML: whatever it is, with everything that is wrong with it.
pub fn parse(text: &str) -> SyntaxTree {
    let recover::Recovered { mut loaded, mut errors } = recover::recover(text);
    let comments = finish::comments(text, &loaded.documents);
    for document in &mut loaded.documents {
        finish::duplicates(document, &mut errors);
    }
    if let Err(span) = finish::merges(&mut loaded.documents, loaded.nodes) {
        loaded = load::Loaded::too_many(span);
    }
    errors.extend(loaded.too_much.map(|(span, message)| SyntaxError {
        kind: SyntaxErrorKind::TooMuch,
        span,
        message: message.to_owned(),
        related: None,
        repair: Vec::new(),
    }));
    crate::sort::by_key(&mut errors, |error| (error.span, error.kind));
    let mut documents = loaded.documents.into_iter();
    let root = documents.next().filter(|root| !(root.is_null() && root.span.is_empty()));
    SyntaxTree { root, further: documents.collect(), errors, comments }
}
