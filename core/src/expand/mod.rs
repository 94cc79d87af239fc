//! The effective Blueprint: what a file comes to once aliases and merge keys are resolved, environment groups are
//! written into the services that link them, defaults are written out and former spellings are replaced.
//!
//! Goes in: the spanned tree and the model. Comes out: a document of its own, without comments. What Render decides
//! (a value that is generated, asked for or read from elsewhere, which of two groups wins) stays as it was declared.
//! Defaults are those of resources that do not exist yet: an existing one keeps what it has. The document is for
//! reading and comparing. A value that Render generates for a group once would be generated anew for each service.

mod groups;
mod present;
mod walk;

use crate::analysis::Analysis;
use crate::emit;

/// The effective Blueprint as YAML; empty when the text holds nothing. What could not be read is left out.
/// `expand(expand(x))` is `expand(x)`.
pub fn expand(analysis: &Analysis) -> String {
    let Some(root) = &analysis.syntax().root else { return String::new() };
    let mut walk = walk::Walk::new(analysis.blueprint(), root);
    emit::document(walk.root(root))
}
