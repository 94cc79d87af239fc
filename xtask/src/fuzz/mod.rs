//! `cargo xtask fuzz SECONDS`: looks for texts that break a promise, guided by what they reach in the code.
//!
//! libFuzzer is compiled with the targets (`fuzz/`), and the compiler of the rest counts what is reached, so nothing is
//! installed: only a C++ compiler has to be there. What was found interesting stays in `target/fuzz/corpus/`, and the
//! next run starts from it.

mod outcome;
mod seeds;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::repository::{Repository, make_folder};
use crate::{Result, command, say, setup};
use outcome::{Failure, Outcome};

/// The targets, as `fuzz/Cargo.toml` names them, with their share of the time in hundredths.
const TARGETS: [(&str, u64); 10] = [
    ("findings", 27),
    ("everything", 20),
    ("edits", 12),
    ("fixes", 14),
    ("expansion", 8),
    ("change", 9),
    ("links", 3),
    ("configuration", 3),
    ("fences", 3),
    ("book", 1),
];

/// What makes the compiler count which branches an input takes, as libFuzzer reads it.
const COVERAGE: [&str; 6] = [
    "--cfg fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
];

/// Seconds after which one input counts as a hang: the counting makes the engine several times slower.
const HANG: u64 = 20;
/// Shares of a target's time in hundredths, with the most bytes of an input. A few hundred decide a whole Blueprint and
/// reach nearly all; long ones make texts of several times their length, and few of them fit into the time.
const LENGTHS: [(u64, u64); 2] = [(85, 256), (15, 4096)];

/// What is missing for it here, if anything, in words for whoever reads the terminal.
pub(crate) fn missing(repository: &Repository) -> Option<&'static str> {
    if cfg!(windows) {
        return Some("libFuzzer is compiled on Linux and macOS only");
    }
    let is_there = std::env::var_os("CXX").is_some() || repository.find_program("c++").is_some();
    (!is_there).then_some("there is no C++ compiler for libFuzzer (install g++ or clang)")
}

/// Builds the targets and runs each for its share of `seconds`.
pub(crate) fn fuzz(repository: &Repository, seconds: &str) -> Result<()> {
    let seconds: u64 = seconds
        .parse()
        .map_err(|_| format!("`{seconds}` is no number of seconds: `cargo xtask fuzz 600`"))?;
    match missing(repository) {
        Some(what) => Err(what.to_owned()),
        None => run(repository, seconds, None),
    }
}

/// The same where nothing is missing. With a `seed`, every machine tries the same inputs in the same order, as far as it
/// comes.
pub(crate) fn run(repository: &Repository, seconds: u64, seed: Option<u32>) -> Result<()> {
    let programs = say::timed("building the targets of the fuzzer", || build(repository))?;
    let mut found = Vec::new();
    for (target, share) in TARGETS {
        let seconds = seconds * share / 100;
        say::step(&format!("{target}, {}", say::clock(seconds)));
        for (share, most_bytes) in LENGTHS {
            let limits = Limits { seconds: (seconds * share / 100).max(1), most_bytes, seed };
            let outcome = run_target(repository, &programs, target, limits)?;
            say::note(&format!("up to {most_bytes} bytes: {}", outcome.words()));
            let failure = outcome.failure.map(|failure| words(&programs.join(target), &failure));
            found.extend(failure.map(|words| format!("{target}: {words}")));
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(format!("{} targets failed\n{}", found.len(), found.join("\n")))
}

/// Builds the targets; returns the folder of their programs.
fn build(repository: &Repository) -> Result<PathBuf> {
    let host = setup::host(repository)?;
    let folder = repository.target().join("fuzz");
    let mut cargo = repository.cargo();
    cargo.args(["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"]);
    // With a target that is named, the flags are for what is run alone, not for what runs while compiling.
    cargo.args(["--target", &host, "--target-dir"]).arg(&folder);
    cargo.env("RUSTFLAGS", COVERAGE.join(" "));
    command::run(&mut cargo)?;
    Ok(folder.join(host).join("release"))
}

/// How long a target runs, how long its inputs are, and what decides them.
struct Limits {
    seconds: u64,
    most_bytes: u64,
    seed: Option<u32>,
}

fn run_target(
    repository: &Repository,
    programs: &Path,
    target: &str,
    limits: Limits,
) -> Result<Outcome> {
    let folder = repository.target().join("fuzz");
    let (corpus, broken) = (folder.join("corpus").join(target), folder.join("broken").join(target));
    make_folder(&corpus)?;
    make_folder(&broken)?;
    let mut program = Command::new(programs.join(target));
    program.current_dir(repository.path("")).arg(&corpus).arg(seeds::folder(&folder)?).args([
        format!("-max_total_time={}", limits.seconds),
        format!("-timeout={HANG}"),
        format!("-max_len={}", limits.most_bytes),
        // Weighing inputs by how rare their branches are takes longer than a cheap target does.
        "-entropic=0".to_owned(),
        "-print_final_stats=1".to_owned(),
        format!("-artifact_prefix={}/", broken.display()),
    ]);
    program.args(limits.seed.map(|seed| format!("-seed={seed}")));
    let run = program.stdin(Stdio::null()).output();
    let run = run.map_err(|error| format!("{target} could not be started: {error}"))?;
    Ok(Outcome::read(&String::from_utf8_lossy(&run.stderr), run.status.success()))
}

/// What was broken, the file with the input, and the text that the program makes of it, to be pasted.
fn words(program: &Path, failure: &Failure) -> String {
    let Failure { what, input: Some(input) } = failure else { return failure.what.clone() };
    let shown = Command::new(program).env("FUZZ_SHOWS_TEXT", "1").arg(input).output();
    let text = shown.map(|shown| String::from_utf8_lossy(&shown.stdout).into_owned());
    format!("{what}\n  its input: {input}\n  its text:\n{}", text.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_of_the_workspace_is_a_target_and_their_shares_are_a_whole() {
        let repository = Repository::find().expect("this checkout");
        let manifest = crate::repository::read(&repository.path("fuzz/Cargo.toml"));
        let manifest = manifest.expect("it can be read");
        let programs = manifest.split("[[bin]]\nname = \"").skip(1);
        let programs: Vec<&str> = programs.filter_map(|bin| bin.split('"').next()).collect();
        assert_eq!(programs, TARGETS.map(|(target, _)| target));
        assert_eq!(TARGETS.iter().map(|(_, share)| share).sum::<u64>(), 100);
    }
}
