//! One-file reports: pictures, lists, tables and text in an HTML document that needs no network and no scripts. The
//! small script only lights up paths. Texts of a Blueprint become markup in one place, `push_text` of the engine.

mod blueprint;
mod lines;
mod picture;

pub(crate) use blueprint::blueprint;
pub(crate) use lines::{changed, whole};
pub(crate) use picture::{figure, marks, named};

use blueprint_lens_core::html::{push_attribute, push_text};
use blueprint_lens_core::scene::palette::tokens_css;

/// Most bytes of a report.
pub(crate) const LONGEST: usize = 1_500_000;

/// Most resources of which every pair is worth a try: the table of more is always too large, and slow to make.
const PAIRED: usize = 150;

const STYLE: &str = include_str!("report.css");
const DIAGRAM_STYLE: &str = include_str!("../../../style/diagram.css");
const SCRIPT: &str = include_str!("report.js");

/// A part of a report.
pub(crate) struct ReportPart {
    /// The target of links to it.
    pub(crate) id: &'static str,
    /// Its heading.
    pub(crate) title: &'static str,
    /// What stands below the heading.
    pub(crate) html: String,
}

/// A report before it becomes a document.
pub(crate) struct Report {
    /// Its title, as text.
    pub(crate) title: String,
    /// What stands below the title, as markup.
    pub(crate) lead: String,
    /// Its parts.
    pub(crate) parts: Vec<ReportPart>,
    /// What was left out, in a sentence; empty when nothing was.
    pub(crate) note: &'static str,
}

impl Report {
    /// The document.
    pub(crate) fn document(&self) -> String {
        let mut out = String::with_capacity(128 * 1024);
        out.push_str(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
             <title>",
        );
        push_text(&mut out, &self.title);
        out.push_str("</title>\n<style>\n");
        for sheet in [tokens_css().as_str(), DIAGRAM_STYLE, STYLE] {
            out.push_str(sheet);
        }
        out.push_str("</style>\n</head>\n<body>\n<main>\n<h1>");
        push_text(&mut out, &self.title);
        out.push_str("</h1>\n");
        out.push_str(&self.lead);
        if !self.note.is_empty() {
            out.push_str("<p class=\"note\">");
            push_text(&mut out, self.note);
            out.push_str("</p>\n");
        }
        out.push_str("<nav aria-label=\"Parts of this report\"><ul>");
        for part in &self.parts {
            out.push_str(&format!("<li><a href=\"#{}\">{}</a></li>", part.id, part.title));
        }
        out.push_str("</ul></nav>\n");
        for part in &self.parts {
            out.push_str("<section");
            push_attribute(&mut out, "id", part.id);
            out.push_str("><h2>");
            out.push_str(part.title);
            out.push_str("</h2>\n");
            out.push_str(&part.html);
            out.push_str("</section>\n");
        }
        out.push_str("<footer><p>");
        push_text(
            &mut out,
            &format!(
                "Made by Blueprint Lens {} with facts about Render as of {}. Unofficial, not affiliated with Render. \
                 Secret-looking values are hidden. This file loads nothing and sends nothing.",
                blueprint_lens_core::VERSION,
                blueprint_lens_core::platform::FACTS_DATE,
            ),
        );
        out.push_str("</p></footer>\n</main>\n<script>\n");
        out.push_str(SCRIPT);
        out.push_str("</script>\n</body>\n</html>\n");
        out
    }
}

/// The first report that is short enough, `amounts` going from all to little; the last one when none is. Those for
/// which `has_pairs` says so are for a Blueprint of few resources.
pub(crate) fn shortest_needed<A>(
    amounts: &[A],
    resources: usize,
    has_pairs: impl Fn(&A) -> bool,
    write: impl Fn(&A) -> Report,
) -> String {
    let mut document = String::new();
    for amount in amounts.iter().filter(|amount| resources <= PAIRED || !has_pairs(amount)) {
        document = write(amount).document();
        if document.len() <= LONGEST {
            break;
        }
    }
    document
}
