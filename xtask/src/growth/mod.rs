//! `cargo xtask bench-growth`: how the work of every command grows with the size of a Blueprint.
//!
//! Work is counted, not timed. The command line is compiled with a counter at every branch of the program, libraries
//! included, as for profile-guided optimisation, and a run takes as many steps as all counters together have counted. So
//! the figures are the same on every machine, and loops that allocate nothing are seen. What is compiled ahead is not: a
//! copy of memory counts as one step.

mod case;
mod counter;
mod example;
mod fit;
mod hostile;
mod shape;
mod table;

use std::env::consts::EXE_SUFFIX;
use std::num::NonZero;
use std::path::Path;
use std::sync::Mutex;

use crate::repository::Repository;
use crate::{Result, command, repository, say, setup};

use case::{Case, Outcome};

/// Largest exponent that passes: `n log n` has 1.1 between 1,000 and 10,000.
const LIMIT: f64 = 1.15;

/// Measures what is asked for by shapes, rules and commands, everything if nothing is, up to the size that a number among the
/// words says; prints the table.
///
/// # Errors
/// When something grows faster than [`LIMIT`], or cannot be measured.
pub(crate) fn run(repository: &Repository, wanted: &[String]) -> Result<()> {
    let (numbers, words): (Vec<&String>, Vec<&String>) =
        wanted.iter().partition(|word| word.parse::<usize>().is_ok());
    let largest = numbers.iter().filter_map(|word| word.parse().ok()).max();
    let cases = case::chosen(repository, &words)?;
    let host = setup::host(repository)?;
    let mut build = repository.cargo();
    // Named by its target, or the compiler would count the steps of build scripts, too.
    build.args(["build", "--package", "blueprint-lens", "--profile", "growth", "--target", &host]);
    build.env("RUSTFLAGS", "-Cprofile-generate -Cllvm-args=-disable-vp");
    command::run(&mut build)?;
    say::step("counting the steps of every command");
    let folder = repository.target().join("growth");
    let program = format!("blueprint-lens{EXE_SUFFIX}");
    let program = repository.target().join(host).join("growth").join(program);
    let outcomes = measured(&program, &folder, &cases, largest.unwrap_or(usize::MAX))?;
    say::plain(&table::table(&outcomes, LIMIT));
    match outcomes.iter().filter(|outcome| outcome.exponent() > LIMIT).count() {
        0 => Ok(()),
        count => {
            Err(format!("{count} of the rows above grow faster than n to the power of {LIMIT}"))
        }
    }
}

/// The outcome of every case, in their order; several are measured at once.
fn measured(program: &Path, folder: &Path, cases: &[Case], largest: usize) -> Result<Vec<Outcome>> {
    repository::make_folder(folder)?;
    let next = Mutex::new(cases.iter().enumerate());
    let done = Mutex::new(Vec::new());
    let work = || {
        while let Some((at, case)) = next.lock().ok().and_then(|mut next| next.next()) {
            let outcome = case.measure(program, folder, largest, LIMIT);
            if let Ok(outcome) = &outcome {
                say::note(&table::row(outcome, LIMIT));
            }
            if let Ok(mut done) = done.lock() {
                done.push((at, outcome));
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(work);
        }
    });
    let mut done = done.into_inner().map_err(|_| "a measurement ended early".to_owned())?;
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, outcome)| outcome).collect()
}
