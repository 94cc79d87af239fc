//! `cargo xtask test`: every check of this repository, in the order in which it fails fastest; with `--fast`, those that
//! need neither a release build nor a browser.
//!
//! The order is printed before the first check. A failing check does not hide the ones after it, and what did not run
//! is named at the end, with the reason.

mod code;
mod report;
mod site;

use std::cell::Cell;

use crate::repository::Repository;
use crate::setup::Chromium;
use crate::structure::structure;
use crate::styles::styles;
use crate::workflows::workflows;
use crate::{Result, setup};

pub(crate) use report::Outcome;
use report::Report;

/// One check of the repository.
struct Check {
    name: &'static str,
    /// Why `--fast` leaves it out, if it does.
    slow: Option<&'static str>,
    run: fn(&Run<'_>) -> Result<Outcome>,
}

/// What the checks of one run share.
struct Run<'a> {
    repository: &'a Repository,
    /// The browser; none in a fast run, which has no check that asks for one.
    chromium: Option<Chromium>,
    /// Whether `dist/` holds the page of this run.
    page_is_fresh: Cell<bool>,
}

/// The unit and property tests come before what runs the programs that they build.
const CHECKS: [Check; 17] = [
    Check::fast("formatting", code::formatting),
    Check::fast("structure of the sources", |run| structure(run.repository)),
    Check::fast("style sheets", |run| styles(run.repository)),
    Check::fast("types of the scripts", code::script_types),
    Check::fast("tests of the build scripts", code::build_scripts),
    Check::fast("lints", code::lints),
    Check::fast("lints of the page, for the browser", code::browser_lints),
    Check::fast("unit and property tests", code::unit_tests),
    Check::fast("tests of the GitHub Action", code::action),
    Check::fast("workflows", |run| workflows(run.repository)),
    Check::fast("dependencies", code::dependencies),
    Check::fast("documentation", code::documentation),
    Check::slow("fuzzer, for a minute", "it is a release build", code::fuzzing),
    Check::slow("example sites", "it builds mdBook and two whole sites", site::examples),
    Check::slow("release page", "it is a release build", site::release_page),
    Check::slow("packages", "they are release builds", site::packages),
    Check::slow("browser tests", "they need a browser and the release page", site::browser_tests),
];

impl Check {
    const fn fast(name: &'static str, run: fn(&Run<'_>) -> Result<Outcome>) -> Self {
        Self { name, slow: None, run }
    }

    const fn slow(
        name: &'static str,
        reason: &'static str,
        run: fn(&Run<'_>) -> Result<Outcome>,
    ) -> Self {
        Self { name, slow: Some(reason), run }
    }
}

/// Runs the checks; one sentence names those that failed.
pub(crate) fn test(repository: &Repository, fast: bool) -> Result<()> {
    let mut report = Report::default();
    let (left_out, planned): (Vec<&Check>, Vec<&Check>) =
        CHECKS.iter().partition(|check| fast && check.slow.is_some());
    report::plan(&planned.iter().map(|check| check.name).collect::<Vec<_>>());
    for check in left_out {
        report.skip(check.name, check.slow.unwrap_or_default());
    }
    // The tests themselves pass over what needs these; Cargo does not show what a passing test says.
    for (variable, what) in [
        ("BLUEPRINT_LENS_CORPUS", "tests over real Blueprints"),
        ("BLUEPRINT_LENS_SCHEMA", "tests against the official schema"),
        ("BLUEPRINT_LENS_CASES", "tests over what once broke a promise"),
        ("BLUEPRINT_LENS_HISTORY", "tests over real changes"),
    ] {
        if std::env::var_os(variable).is_none() {
            report.skip(what, &format!("{variable} is not set"));
        }
    }
    let chromium = if fast {
        setup::checks(repository)?;
        None
    } else {
        Some(setup::everything(repository)?)
    };
    let run = Run { repository, chromium, page_is_fresh: Cell::new(false) };
    for check in planned {
        report.run(check.name, || (check.run)(&run));
    }
    report.end()
}
