//! Checks of whole sites: the examples for readers, the release page, and the page in a browser.

use super::{Outcome, Run};
use crate::setup::Chromium;
use crate::{Result, command, examples, package, page, setup};

/// With the command line that the tests have built.
pub(super) fn examples(run: &Run<'_>) -> Result<Outcome> {
    let program = run.repository.program("blueprint-lens");
    examples::examples(run.repository, &program).map(|()| Outcome::Passed)
}

/// Makes every package and tries it.
pub(super) fn packages(run: &Run<'_>) -> Result<Outcome> {
    if !run.page_is_fresh.get() {
        return Err("there is no fresh page to pack".to_owned());
    }
    let Some(chromium) = &run.chromium else { return Err("there is no browser".to_owned()) };
    package::package_with(run.repository, chromium).map(|()| Outcome::Passed)
}

/// With the `prerender` that the tests have built; the programs of the packages, which come next, are compiled beside it.
pub(super) fn release_page(run: &Run<'_>) -> Result<Outcome> {
    setup::page(run.repository)?;
    let prerender = run.repository.program(page::PRERENDER);
    package::compiled_beside(run.repository, || page::build_with(run.repository, &prerender))?;
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
