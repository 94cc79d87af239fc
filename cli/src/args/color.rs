//! Reading the arguments, with colours as they ask for.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ColorChoice, CommandFactory as _, FromArgMatches as _, ValueEnum as _};

use super::Arguments;
use crate::choices::Color;
use crate::output;

/// The arguments of this run, which say from now on when there are colours.
///
/// # Errors
/// With the status to end with, when they ask for help or are wrong; it has been said why.
pub(crate) fn read() -> Result<Arguments, ExitCode> {
    let given: Vec<OsString> = std::env::args_os().collect();
    let color = asked_for(&given);
    let choice = match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let read = Arguments::command()
        .color(choice)
        .try_get_matches_from(&given)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = read.map_err(|error| {
        say(&error, &given);
        ExitCode::from(if error.use_stderr() { 2 } else { 0 })
    })?;
    match arguments.color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::Always,
        Color::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    Ok(arguments)
}

/// What is asked for, even where the arguments cannot be read as a whole.
fn asked_for(given: &[OsString]) -> Color {
    let words: Vec<&str> = given.iter().filter_map(|word| word.to_str()).collect();
    let said = words.iter().find_map(|word| word.strip_prefix("--color=")).or_else(|| {
        let at = words.iter().position(|word| *word == "--color")?;
        words.get(at + 1).copied()
    });
    said.and_then(|word| Color::from_str(word, true).ok()).unwrap_or(Color::Auto)
}

/// Says what is wrong with the arguments, or gives the help that they ask for. Nobody who goes away before the end makes a
/// difference, and an argument that would steer the terminal is shown without its colours.
fn say(error: &clap::Error, given: &[OsString]) {
    let steers = |word: &OsString| {
        let word = word.to_string_lossy();
        output::readable_all(&word) != word
    };
    let is_wrong = !matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if is_wrong && given.iter().any(steers) {
        output::note(&error.render().to_string());
    } else {
        let _ = error.print();
    }
}
