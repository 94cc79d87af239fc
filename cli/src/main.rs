//! The command line of Blueprint Lens: the engine of `blueprint-lens-core` for terminals and CI.
//!
//! Output goes to standard output, messages about the run to standard error. Nothing is sent anywhere.

mod args;
mod bisect;
mod check;
mod checklist;
mod choices;
mod config;
mod diff;
mod embed;
mod expand;
mod facts;
mod fields;
mod find;
mod fix;
mod generate;
mod git;
mod host;
mod html;
mod input;
mod json;
mod kubernetes;
mod links;
mod mcp;
mod output;
mod reach;
mod render;
mod rules;
#[cfg(not(target_family = "wasm"))]
mod watch;
mod workspace;

use std::process::ExitCode;

use args::Command;
use config::Config;

fn main() -> ExitCode {
    host::enter();
    let arguments = match args::read() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let config = || Config::load(arguments.config.as_deref());
    let done = match &arguments.command {
        Command::Check(arguments) => config().and_then(|config| check::run(arguments, &config)),
        Command::Render(arguments) => config().and_then(|config| render::run(arguments, &config)),
        Command::Reach(arguments) => config().and_then(|config| reach::run(arguments, &config)),
        Command::Diff(arguments) => config().and_then(|config| diff::run(arguments, &config)),
        Command::Plan(arguments) => config().and_then(|config| diff::plan(arguments, &config)),
        Command::Bisect(arguments) => config().and_then(|config| bisect::run(arguments, &config)),
        Command::Checklist(arguments) => {
            config().and_then(|config| checklist::run(arguments, &config))
        }
        #[cfg(not(target_family = "wasm"))]
        Command::Watch(arguments) => config().and_then(|config| watch::run(arguments, config)),
        #[cfg(target_family = "wasm")]
        Command::Watch(_) => Err(anyhow::anyhow!(
            "watch is not in this package, which cannot listen: install the program from PyPI or a release"
        )),
        Command::Fix(arguments) => config().and_then(|config| fix::run(arguments, &config)),
        Command::Embed(arguments) => config().and_then(|config| embed::run(arguments, &config)),
        Command::Expand { path } => expand::run(path),
        Command::Mcp => config().and_then(mcp::run),
        Command::Explain { rule } => rules::explain(rule),
        Command::Fields { format } => fields::list(*format),
        Command::Facts(arguments) => facts::list(arguments),
        Command::Rules { format } => rules::list(*format),
        Command::Completions { shell } => generate::completions(*shell),
        Command::Man { command } => generate::man(command.as_deref()),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            output::note(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}
