//! `cargo xtask bench`: how long a redraw takes in the release page, beside a JavaScript stack
//! that does the same work.

use crate::repository::Repository;
use crate::setup::Chromium;
use crate::{Result, command, page, say, setup};

/// Builds the release page and measures it; `arguments` go to `bench/draw.mjs`.
pub(crate) fn bench(repository: &Repository, arguments: &[String]) -> Result<()> {
    let chromium = setup::everything(repository)?;
    page::build(repository)?;
    say::step("measuring redraws");
    let mut node = repository.command("node");
    node.arg("bench/draw.mjs").args(arguments);
    if let Chromium::System(path) = chromium {
        node.env("CHROMIUM", path);
    }
    command::run(&mut node)
}
