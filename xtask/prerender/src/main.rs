//! Draws and writes what the page shows without its WebAssembly, for the hook that finishes the page
//! (`xtask/page/finish.mjs`).
//!
//! It links the engine alone, so that a first run does not wait for the command line, which takes several times as long
//! to build.

mod rules;

use std::io::Write as _;
use std::process::ExitCode;

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::html::{Medium, Places, finding};
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::Room;
use blueprint_lens_core::scene::svg::{self, SvgOptions};
use blueprint_lens_core::text::decode;

const USAGE: &str =
    "prerender poster BLUEPRINT WIDTH HEIGHT | prerender problems BLUEPRINT | prerender rules";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let written = match arguments.as_slice() {
        ["poster", path, width, height] => poster(path, width, height),
        ["problems", path] => problems(path),
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

/// The picture of a Blueprint for a room, as an SVG document; a height of 0 is as high as need be.
fn poster(path: &str, width: &str, height: &str) -> Result<String, String> {
    let side = |word: &str| word.parse::<f64>().map_err(|_| format!("{word} is no number"));
    let (width, height) = (side(width)?, side(height)?);
    let room = Room { width, height: if height > 0.0 { height } else { Room::OPEN } };
    Ok(svg::document(&analysis(path)?.scene_in(room), &SvgOptions::default()))
}

/// The problems of a Blueprint as the rows that the page lists: the worst first.
fn problems(path: &str) -> Result<String, String> {
    let analysis = analysis(path)?;
    let mut found: Vec<_> = analysis.diagnostics().iter().collect();
    found.sort_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity));
    let mut html = Html::new();
    for diagnostic in found {
        let row = html.element("li").class("problem");
        row.attribute("data-severity", diagnostic.severity.id()).content(|html| {
            finding(html, Places::alone(analysis.lines()), diagnostic, Medium::Page);
        });
    }
    Ok(html.into_string())
}

fn analysis(path: &str) -> Result<Analysis, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{path} cannot be read: {error}"))?;
    Ok(Analysis::with(decode(&bytes), Options::default()))
}
