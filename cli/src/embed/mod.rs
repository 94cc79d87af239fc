//! `embed`: replaces the fences of a Markdown text with pictures, or with elements that draw them in the reader's
//! browser.

mod book;
#[cfg(test)]
mod book_promise;
mod element;
mod fences;
#[cfg(test)]
mod fences_promise;
mod named_file;

use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::redact::redact;
use blueprint_lens_core::scene::svg::{self, SvgOptions, SvgTheme};
use blueprint_lens_core::scene::{Room, Scene};
use blueprint_lens_core::text::decode;

use crate::args::{EmbedArguments, EmbedForm, Theme};
use crate::config::Config;
use crate::html::named;
use crate::output::{self, Form, readable_all};

/// What a picture has in a column of text; the page scrolls.
const COLUMN: Room = Room { width: 720.0, height: Room::OPEN };

/// Runs `embed`.
///
/// # Errors
/// If the text cannot be read or written, or a script is given that nothing would use.
pub(crate) fn run(arguments: &EmbedArguments, config: &Config) -> anyhow::Result<ExitCode> {
    if arguments.mdbook
        && let [word, renderer, ..] = arguments.question.as_slice()
        && word == "supports"
    {
        // mdBook asks for each of its outputs; pictures are useful only in pages.
        return Ok(ExitCode::from(u8::from(renderer != "html")));
    }
    anyhow::ensure!(
        arguments.script.is_none() || arguments.form == EmbedForm::Element,
        "--script is for --as element; nothing else needs a script"
    );
    let mut text = String::new();
    std::io::stdin().lock().read_to_string(&mut text).context("standard input is not UTF-8")?;
    let mut pictures = Pictures { arguments, config, drawn: 0, failed: None };
    let out = if arguments.mdbook {
        book::filtered(&text, &mut |chapter, name, folder| {
            let folder = folder.join(name);
            pictures.fill(chapter, name, folder.parent().unwrap_or(Path::new(".")))
        })?
    } else {
        pictures.fill(&text, "standard input", Path::new("."))
    };
    if let Some(error) = pictures.failed {
        return Err(error);
    }
    output::print(&out)?;
    Ok(ExitCode::SUCCESS)
}

/// Draws the fences of one run, each with its own ids.
struct Pictures<'a> {
    arguments: &'a EmbedArguments,
    config: &'a Config,
    drawn: usize,
    /// The first file that a fence names and that cannot be read.
    failed: Option<anyhow::Error>,
}

impl Pictures<'_> {
    /// `markdown` with pictures for its fences, which may name files as seen from `folder`; errors in a Blueprint go to
    /// standard error.
    fn fill(&mut self, markdown: &str, name: &str, folder: &Path) -> String {
        let mut script = self.arguments.script.as_deref();
        fences::replaced(markdown, |words, content, line| {
            let file = named_file::name(words);
            let decoded = match file.map(|file| named_file::read(folder, file)) {
                Some(Ok(decoded)) => decoded,
                Some(Err(error)) => {
                    self.failed.get_or_insert(error.context(format!("{name}:{line}")));
                    decode(b"")
                }
                None => decode(content.as_bytes()),
            };
            let blueprint = &decoded.text.clone();
            let analysis = Analysis::with(decoded, self.config.options());
            let place = |found: usize| match file {
                Some(file) => format!("{file}:{found}"),
                None => format!("{name}:{}", line + found),
            };
            for found in analysis.diagnostics() {
                if found.severity == Severity::Error {
                    let at = analysis.lines().position(found.span.start as usize, analysis.text());
                    output::note(&format!(
                        "{}: error[{}]: {}",
                        place(at.line),
                        found.rule,
                        readable_all(&found.message)
                    ));
                }
            }
            self.drawn += 1;
            let filled = match self.arguments.form {
                // A page needs the script only once.
                // The text goes into somebody's page.
                EmbedForm::Element => {
                    let text = redact(blueprint, analysis.secret_values(), |_| false);
                    element::element(&text, self.theme(), script.take())
                }
                EmbedForm::Svg => self.figure(&analysis.scene_in(COLUMN)),
                EmbedForm::Image => self.image(&analysis.scene_in(COLUMN)),
            };
            Form::Markup.harmless(&filled)
        })
    }

    /// The theme by name; `None` to follow the reader.
    fn theme(&self) -> Option<&'static str> {
        match self.arguments.theme {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }

    fn drawing(&self, scene: &Scene) -> String {
        let theme = match self.arguments.theme {
            Theme::Auto => SvgTheme::Auto,
            Theme::Light => SvgTheme::Light,
            Theme::Dark => SvgTheme::Dark,
        };
        svg::document(scene, &SvgOptions { theme, ..SvgOptions::default() })
    }

    /// The picture itself, as one line of HTML.
    fn figure(&self, scene: &Scene) -> String {
        let drawing = named(&format!("render-blueprint-{}", self.drawn), &self.drawing(scene));
        // A column of text is often narrower than a picture.
        let drawing = drawing.replacen("<svg ", "<svg style=\"max-width:100%;height:auto\" ", 1);
        // A blank line would end the HTML block; line breaks have no meaning between the shapes of a picture.
        let line: String = drawing.split('\n').collect();
        let mut html = Html::new();
        html.element("figure").class("render-blueprint").content(|html| {
            html.append(&Html::trusted(line));
        });
        html.into_string()
    }

    /// An image that holds the picture, as one line of HTML.
    fn image(&self, scene: &Scene) -> String {
        let data = STANDARD.encode(self.drawing(scene));
        let mut html = Html::new();
        html.element("img")
            .attribute("alt", &scene.summary)
            .attribute("src", &format!("data:image/svg+xml;base64,{data}"))
            .self_closing();
        html.into_string()
    }
}
