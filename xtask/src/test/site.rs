//! Checks of whole sites: the examples for readers, the release page, and the page in a browser.

use super::{Outcome, Run};
use crate::setup::Chromium;
use crate::{Result, command, examples, page, setup};

/// With the command line that the tests have built.
pub(super) fn examples(run: &Run<'_>) -> Result<Outcome> {
    let program = run.repository.program("blueprint-lens");
    examples::examples(run.repository, &program).map(|()| Outcome::Passed)
}

/// With the `prerender` that the tests have built.
pub(super) fn release_page(run: &Run<'_>) -> Result<Outcome> {
    setup::page(run.repository)?;
    page::build_with(run.repository, &run.repository.program(page::PRERENDER))?;
    run.page_is_fresh.set(true);
    Ok(Outcome::Passed)
}

pub(super) fn browser_tests(run: &Run<'_>) -> Result<Outcome> {
    if !run.page_is_fresh.get() {
        return Err("there is no fresh page to test".to_owned());
    }
    let mut node = run.repository.command("node");
    node.arg("e2e/run.mjs");
    if let Some(Chromium::System(path)) = &run.chromium {
        node.env("CHROMIUM", path);
    }
    command::run(&mut node).map(|()| Outcome::Passed)
}
