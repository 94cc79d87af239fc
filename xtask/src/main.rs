//! Set-up, build, serve, test and benchmark of this repository: `cargo xtask <command>`.
//!
//! Every command first makes sure that what it needs is there ([`setup`]), says what it does and
//! why, and ends with one sentence that names the remedy when something is missing. It uses the
//! standard library only, so that the first run on a fresh machine starts within a second or two.

mod bench;
mod command;
mod docs;
mod examples;
mod facts;
mod fuzz;
mod growth;
mod new_rule;
mod package;
mod page;
mod release;
mod repository;
mod say;
mod serve;
mod setup;
mod structure;
mod styles;
mod test;
mod workflows;

use std::process::ExitCode;

use repository::Repository;

/// What every step returns: nothing, or one sentence for the reader of the terminal.
type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "\
cargo xtask <command>

  serve [ARGS]   serve the page while you work on it; ARGS go to `trunk serve`
  build          build the release page into dist/
  record         note which functions of the page a first visit needs, for its two modules
  package        make every package that this machine can make into target/packages/ and try each;
                 `package npm` makes that one and the engine of the Action alone, `package native TARGET`
                 the archive and the wheel for another system
  release VERSION [DATE]
                 move version, changelog and date of the facts, commit and tag
  test           run every check; --fast leaves out release builds and the browser
  structure      look for circles between files, and for what is too large
  styles         look for custom properties that no style sheet sets
  docs           write the pages of rules, fields and facts in docs/ anew
  facts SCHEMA   list what a new official schema changes, and what that touches here
  new-rule TOPIC CODE
                  add a rule: its file, its fixture page and its lines
  fuzz SECONDS   look for texts that break a promise, with coverage, all targets in that time
  bench          measure redraws in the release page beside a JavaScript stack
  bench-check    measure checks of many files beside the schema alone in Node
  bench-layout   compare drawings with those of Graphviz and ELK
  bench-growth [SHAPE|COMMAND|SIZE…]
                 count how the work of every command grows with the size of a Blueprint
  bench-size     say where the bytes of the page and of the element are
  setup          fetch what the other commands need, and nothing else

Each command sets up what it needs by itself.";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.filter(|argument| argument != "--").collect();
    let outcome = Repository::find().and_then(|repository| run(&repository, &command, &rest));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            say::failure(&sentence);
            ExitCode::FAILURE
        }
    }
}

fn run(repository: &Repository, command: &str, rest: &[String]) -> Result<()> {
    match (command, rest) {
        ("serve", _) => serve::serve(repository, rest),
        ("build", []) => page::build(repository),
        ("record", []) => page::record(repository),
        ("package", []) => package::package(repository),
        ("package", [only]) if only == "npm" => {
            setup::packaging(repository).and_then(|()| package::npm(repository))
        }
        ("package", [only, target]) if only == "native" => package::native(repository, target),
        ("release", [version]) => release::release(repository, version, None),
        ("release", [version, facts]) => release::release(repository, version, Some(facts)),
        ("test", []) => test::test(repository, false),
        ("test", [flag]) if flag == "--fast" => test::test(repository, true),
        ("structure", []) => structure::structure(repository).map(drop),
        ("styles", []) => styles::styles(repository).map(drop),
        ("docs", []) => docs::docs(repository),
        ("facts", [schema]) => facts::facts(repository, schema),
        ("new-rule", [topic, code]) => new_rule::new_rule(repository, topic, code),
        ("fuzz", [seconds]) => fuzz::fuzz(repository, seconds),
        ("bench", _) => bench::bench(repository, rest),
        ("bench-check", _) => bench::bench_check(repository, rest),
        ("bench-layout", _) => bench::bench_layout(repository, rest),
        ("bench-growth", _) => growth::run(repository, rest),
        ("bench-size", []) => bench::bench_size(repository),
        ("setup", []) => setup::everything(repository).map(drop),
        ("" | "help" | "--help" | "-h", _) => {
            say::plain(USAGE);
            Ok(())
        }
        _ => Err(format!("this is not a command of `cargo xtask`\n\n{USAGE}")),
    }
}
