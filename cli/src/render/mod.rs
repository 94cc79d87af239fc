//! `render`: draw the network.

mod fonts;
mod glyphs;
mod png;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::mermaid;
use blueprint_lens_core::scene::svg::{self, SvgOptions, SvgTheme};
use blueprint_lens_core::scene::too_large;

pub(crate) use png::picture_for_models;

use crate::args::{RenderArguments, RenderFormat, Theme};
use crate::config::Config;
use crate::output::{Form, Report, secrets_of};
use crate::{html, json, output, workspace};

/// Runs `render`.
///
/// # Errors
/// When the file cannot be read or the picture cannot be written.
pub(crate) fn run(arguments: &RenderArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let format = format(arguments)?;
    let mut analysis = workspace::read(&arguments.paths, config)?;
    if let Some(room) = arguments.fit {
        if format == RenderFormat::Mermaid {
            anyhow::bail!("--fit lays a picture out, and Mermaid lays out its own");
        }
        analysis = analysis.in_room(room);
    } else if format == RenderFormat::Html {
        analysis = analysis.in_room(html::ROOM);
    }
    if !matches!(format, RenderFormat::Html | RenderFormat::Mermaid) {
        refuse_too_large(&analysis)?;
    }
    if arguments.debug {
        if matches!(format, RenderFormat::Json | RenderFormat::Mermaid) {
            anyhow::bail!("--debug draws over a picture: say --format svg, html or png");
        }
        analysis = analysis.with_layout_overlay();
    }
    let theme = match arguments.theme {
        Theme::Auto => SvgTheme::Auto,
        Theme::Light => SvgTheme::Light,
        Theme::Dark => SvgTheme::Dark,
    };
    let options = SvgOptions { theme, room: arguments.fit, ..SvgOptions::default() };
    let picture = match format {
        RenderFormat::Png => {
            output::write(arguments.output.as_deref(), &png::picture(analysis.scene(), options)?)?;
            return Ok(ExitCode::SUCCESS);
        }
        RenderFormat::Svg => {
            let mut pieces = svg::pieces(analysis.scene(), &options);
            Report::to(arguments.output.as_deref(), Form::Markup, &secrets_of([&analysis]))?
                .write(|out| pieces.try_for_each(|piece| out.write_all(piece.as_bytes())))?;
            return Ok(ExitCode::SUCCESS);
        }
        RenderFormat::Json => {
            serde_json::to_string_pretty(&json::scene::picture(&analysis))? + "\n"
        }
        RenderFormat::Html => html::blueprint(&named(&arguments.paths), &analysis),
        RenderFormat::Mermaid => mermaid::flowchart(analysis.blueprint(), analysis.network()),
    };
    let form = if format == RenderFormat::Json { Form::Json } else { Form::Markup };
    output::report(arguments.output.as_deref(), &picture, form, &secrets_of([&analysis]))?;
    Ok(ExitCode::SUCCESS)
}

/// Refuses a picture that is too large, which may take very long.
///
/// # Errors
/// When it is.
pub(crate) fn refuse_too_large(analysis: &Analysis) -> anyhow::Result<()> {
    match too_large(analysis.network()) {
        Some(why) => anyhow::bail!("{why}. `blueprint-lens check` still finds every problem"),
        None => Ok(()),
    }
}

/// What the picture is of.
fn named(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| output::shown(path)).collect::<Vec<_>>().join(", ")
}

/// The format that was asked for, or the one that the extension of the output means.
fn format(arguments: &RenderArguments) -> anyhow::Result<RenderFormat> {
    if let Some(format) = arguments.format {
        return Ok(format);
    }
    let ending = arguments.output.as_deref().and_then(Path::extension);
    let ending = ending.map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        None | Some("svg") => Ok(RenderFormat::Svg),
        Some("html" | "htm") => Ok(RenderFormat::Html),
        Some("json") => Ok(RenderFormat::Json),
        Some("png") => Ok(RenderFormat::Png),
        Some("mmd" | "mermaid") => Ok(RenderFormat::Mermaid),
        Some(other) => {
            anyhow::bail!(
                "no picture format has the extension `.{}`; use --format",
                output::readable_all(other)
            )
        }
    }
}
