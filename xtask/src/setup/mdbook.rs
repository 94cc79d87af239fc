//! mdBook, which builds the book among the examples.

use crate::repository::Repository;
use crate::setup::install::{Program, install};
use crate::{Result, command};

/// Any release of this line will do.
const LINE: &str = "0.5.";
const VERSION: &str = "0.5.4";

/// Makes sure that a fitting mdBook is there.
pub(crate) fn mdbook(repository: &Repository) -> Result<()> {
    let found = command::output(repository.command("mdbook").arg("--version"));
    let version = found.as_deref().ok().and_then(command::version_in);
    if version.is_some_and(|version| version.starts_with(LINE)) {
        return Ok(());
    }
    // Without its server and its search: two pages are built with it.
    let options = &["--no-default-features"];
    install(repository, &Program { package: "mdbook", version: VERSION, options, minutes: 2 })
}
