//! `embed`: pictures in place of the fences of a Markdown text, for documentation that takes no script.

mod book;
mod fences;

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::html::push_attribute;
use blueprint_lens_core::scene::svg::{self, SvgOptions, SvgTheme};
use blueprint_lens_core::text::decode;

use crate::args::{EmbedArguments, EmbedForm, Theme};
use crate::config::Config;
use crate::html::named;

/// Runs `embed`.
///
/// # Errors
/// When the text cannot be read or written.
pub(crate) fn run(arguments: &EmbedArguments, config: &Config) -> anyhow::Result<ExitCode> {
    if arguments.mdbook
        && let [word, renderer, ..] = arguments.question.as_slice()
        && word == "supports"
    {
        // mdBook asks for each of its outputs; pictures are of use in pages only.
        return Ok(ExitCode::from(u8::from(renderer != "html")));
    }
    let mut text = String::new();
    std::io::stdin().lock().read_to_string(&mut text).context("standard input is not UTF-8")?;
    let mut pictures = Pictures { arguments, config, drawn: 0 };
    let out = if arguments.mdbook {
        book::filtered(&text, &mut |chapter, name| pictures.fill(chapter, name))?
    } else {
        pictures.fill(&text, "standard input")
    };
    std::io::stdout().lock().write_all(out.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Draws the fences of one run, each with ids of its own.
struct Pictures<'a> {
    arguments: &'a EmbedArguments,
    config: &'a Config,
    drawn: usize,
}

impl Pictures<'_> {
    /// `markdown` with pictures for its fences; what is wrong with a Blueprint goes to standard error.
    fn fill(&mut self, markdown: &str, name: &str) -> String {
        fences::replaced(markdown, |blueprint, line| {
            let analysis = Analysis::with(decode(blueprint.as_bytes()), self.config.options());
            for found in analysis.diagnostics() {
                if found.severity == Severity::Error {
                    let at = analysis.lines().position(found.span.start as usize, analysis.text());
                    eprintln!(
                        "{name}:{}: error[{}]: {}",
                        line + at.line,
                        found.rule,
                        found.message
                    );
                }
            }
            self.drawn += 1;
            self.picture(&analysis)
        })
    }

    /// A picture as one line of HTML.
    fn picture(&self, analysis: &Analysis) -> String {
        let scene = analysis.scene();
        let theme = match self.arguments.theme {
            Theme::Auto => SvgTheme::Auto,
            Theme::Light => SvgTheme::Light,
            Theme::Dark => SvgTheme::Dark,
        };
        let drawing = svg::document(scene, &SvgOptions { theme, ..SvgOptions::default() });
        match self.arguments.form {
            EmbedForm::Svg => {
                // A blank line would end the HTML block; line breaks mean nothing between the items of a picture.
                let drawing = named(&format!("render-blueprint-{}", self.drawn), &drawing);
                format!(
                    "<figure class=\"render-blueprint\">{}</figure>",
                    drawing.split('\n').collect::<String>()
                )
            }
            EmbedForm::Image => {
                let mut image = String::from("<img");
                push_attribute(&mut image, "alt", &format!("{}: {}", scene.title, scene.summary));
                let data = STANDARD.encode(&drawing);
                push_attribute(&mut image, "src", &format!("data:image/svg+xml;base64,{data}"));
                image.push_str(" />");
                image
            }
        }
    }
}
