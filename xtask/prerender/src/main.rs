//! Draws and writes what the page shows without its WebAssembly, for the hook that finishes the page
//! (`xtask/page/finish.mjs`).
//!
//! It links the engine alone, so that a first run does not wait for the command line, which takes several times as long
//! to build.

mod rules;

use std::io::Write as _;
use std::process::ExitCode;

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::scene::svg::{self, SvgOptions};
use blueprint_lens_core::text::decode;

const USAGE: &str = "prerender poster BLUEPRINT | prerender rules";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let written = match arguments.as_slice() {
        ["poster", path] => poster(path),
        ["rules"] => Ok(rules::json()),
        _ => Err(USAGE.to_owned()),
    }
    .and_then(|text| {
        std::io::stdout().lock().write_all(text.as_bytes()).map_err(|error| error.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            // Nobody is left to tell where standard error is closed.
            let _ = writeln!(std::io::stderr(), "prerender: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The picture of a Blueprint as an SVG document.
fn poster(path: &str) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{path} cannot be read: {error}"))?;
    let analysis = Analysis::with(decode(&bytes), Options::default());
    Ok(svg::document(analysis.scene(), &SvgOptions::default()))
}
