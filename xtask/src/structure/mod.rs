//! The check of how the sources hang together: no circles between files, the layers of the page, and how large things are.
//!
//! A circle is a set of files of which each uses every other, at least through others; read alone, none of them can be
//! understood. What counts as a use is said at [`modules::Modules::uses`].

mod circles;
mod files;
mod layers;
mod limits;
mod modules;
mod orphans;
mod source;
mod tokens;

use circles::circles;
use files::{SourceFile, source_files};
use modules::{Modules, Use};

use crate::Result;
use crate::repository::Repository;
use crate::say;
use crate::test::Outcome;

/// The crates that are free of circles.
const WITHOUT_CIRCLES: [&str; 3] = ["app", "cli", "core"];

/// Looks for circles, uses against the layers, and what is too large.
pub(crate) fn structure(repository: &Repository) -> Result<Outcome> {
    let files = source_files(repository)?;
    let mut broken = limits::broken(&files);
    broken.extend(orphans::broken(&files));
    for name in WITHOUT_CIRCLES {
        let uses = uses(&files, name);
        if name == "app" {
            broken.extend(layers::broken(&uses));
        }
        broken.extend(circles(&uses).iter().map(|circle| format!("{name}/src: {circle}")));
    }
    if broken.is_empty() {
        return Ok(Outcome::Passed);
    }
    for sentence in &broken {
        say::note(sentence);
    }
    Err(format!("faults in the structure of the sources, listed above: {}", broken.len()))
}

/// Which file of a crate uses which, by their names below its `src/`.
fn uses(files: &[SourceFile], name: &str) -> Vec<Use> {
    let prefix = format!("{name}/src/");
    let inside = files
        .iter()
        .filter_map(|file| Some((file.path.strip_prefix(prefix.as_str())?, file.text.as_str())));
    Modules::new(inside).uses()
}
