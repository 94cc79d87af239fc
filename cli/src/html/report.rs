//! The document of a report.

use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::palette::tokens_css;
use blueprint_lens_core::scene::svg;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// What a file may load and run: nothing but its own styles and its own script.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";

/// What a served page may, besides: ask its own server.
const CONNECTIONS: &str = "; connect-src 'self'";

/// The id of the part above the sections.
const HEADER: &str = "header";

/// A section of a report.
pub(crate) struct ReportSection {
    /// The target of links to it.
    pub(crate) id: &'static str,
    /// Its heading.
    pub(crate) title: &'static str,
    /// What is below the heading.
    pub(crate) html: Html,
}

/// A report before it becomes a document.
pub(crate) struct Report {
    /// Its title.
    pub(crate) title: String,
    /// What is below the title.
    pub(crate) lead: Html,
    /// Its sections.
    pub(crate) sections: Vec<ReportSection>,
    /// What was left out, in a sentence; empty when nothing was.
    pub(crate) note: &'static str,
    /// Its own style sheet, besides that of all reports.
    pub(crate) style: &'static str,
    /// Its own script, which runs after that of all reports.
    pub(crate) script: &'static str,
    /// Whether it is served by the program that made it, and asks that for what is new.
    pub(crate) is_served: bool,
}

impl Report {
    /// The document.
    pub(crate) fn document(&self) -> Html {
        let mut html = Html::with_capacity(128 * 1024);
        html.append(&Html::trusted("<!doctype html>"))
            .line_break()
            .element("html")
            .attribute("lang", "en")
            .content(|html| {
                html.line_break();
                self.head(html);
                html.line_break().element("body").content(|html| {
                    html.line_break().element("main").content(|html| self.main(html));
                    html.line_break().element("script").content(|html| {
                        html.line_break().append(&Html::trusted(SCRIPT));
                        html.append(&Html::trusted(self.script));
                    });
                    html.line_break();
                });
                html.line_break();
            });
        html.line_break();
        html
    }

    fn head(&self, html: &mut Html) {
        html.element("head").content(|html| {
            html.line_break().element("meta").attribute("charset", "utf-8").void();
            for (name, content) in [
                ("viewport", "width=device-width, initial-scale=1"),
                ("color-scheme", "light dark"),
            ] {
                let meta = html.line_break().element("meta");
                meta.attribute("name", name).attribute("content", content).void();
            }
            let meta = html.line_break().element("meta");
            let meta = meta.attribute("http-equiv", "Content-Security-Policy");
            let connections = if self.is_served { CONNECTIONS } else { "" };
            meta.attribute("content", &format!("{POLICY}{connections}")).void();
            html.line_break().element("title").text(&self.title);
            html.line_break().element("style").content(|html| {
                html.line_break();
                for sheet in [tokens_css().as_str(), svg::RULES, STYLE, self.style] {
                    html.append(&Html::trusted(sheet));
                }
            });
            html.line_break();
        });
    }

    fn main(&self, html: &mut Html) {
        for (_, part) in self.parts() {
            html.line_break().append(&part);
        }
        html.line_break();
        html.element("footer").content(|html| {
            let rest = if self.is_served {
                "This page is served by the program on this machine, and nothing is sent anywhere else."
            } else {
                "This file loads nothing and sends nothing."
            };
            html.element("p").text(&format!(
                "Made by Blueprint Lens {} with facts about Render as of {}. Unofficial, not affiliated with Render. \
                 Values that look like secrets are hidden. {rest}",
                blueprint_lens_core::VERSION,
                blueprint_lens_core::platform::FACTS_DATE,
            ));
        });
        html.line_break();
    }

    /// What it consists of, by the id of each: the header, and the sections.
    pub(crate) fn parts(&self) -> Vec<(&'static str, Html)> {
        let sections = self.sections.iter().map(|section| (section.id, section.html()));
        std::iter::once((HEADER, self.header())).chain(sections).collect()
    }

    fn header(&self) -> Html {
        let mut html = Html::new();
        html.element("header").attribute("id", HEADER).content(|html| {
            html.line_break().element("h1").text(&self.title);
            html.line_break().append(&self.lead);
            if !self.note.is_empty() {
                html.element("p").class("note").text(self.note);
                html.line_break();
            }
            if self.sections.is_empty() {
                return;
            }
            let nav = html.element("nav");
            nav.attribute("aria-label", "Sections of this report").content(|html| {
                html.element("ul").content(|html| {
                    for section in &self.sections {
                        html.element("li").content(|html| {
                            let link = format!("#{}", section.id);
                            html.element("a").attribute("href", &link).text(section.title);
                        });
                    }
                });
            });
            html.line_break();
        });
        html
    }
}

impl ReportSection {
    fn html(&self) -> Html {
        let mut html = Html::new();
        html.element("section").attribute("id", self.id).content(|html| {
            html.element("h2").text(self.title);
            html.line_break().append(&self.html);
        });
        html
    }
}
